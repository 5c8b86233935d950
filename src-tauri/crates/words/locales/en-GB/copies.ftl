# Working copies, what comes back, and what has to be decided.

copy-of = This is a working copy for { $post }: their sections can be edited, the rest can be read and commented on.
copy-not-yours = This is a working copy for { $post }, and that is not in their sections. Comment on it, or change it in the directorate’s own file.
changes-extension = A file of changes cannot be called { $file }. Give it a name that ends in .outturn-changes.
changes-exists = { $file } is there already. Choose another name.
changes-none = Nothing has been changed in this copy since it was handed out.
changes-closed = This file is closed with a passphrase, and a file of changes could be read by anyone. Send the working copy itself: it is closed with the same passphrase.
copy-closed = { $file } is closed with another passphrase than this file, so it cannot be read from here. Open it, give it this file's passphrase or take its own away, then bring it in.
changes-not-read = { $file } could not be read. See that it is there and that you may read it.
conflict-settled = That has been settled already, or has changed since. Look at the list again.
conflict-empty = (nothing)
conflict-removed = Taken out
conflict-changed = Changed: { $place }
export-undecided = { $count ->
    [one] One thing that two people did apart has to be decided
   *[other] { $count } things that people did apart have to be decided
  } before the final paper. Decide under Copies, or export a draft.
edit-settled = deciding on { $what }

brought-nothing = Everything in it is known here already. Nothing was changed.
brought = { $count ->
    [one] One change was brought in.
   *[other] { $count } changes were brought in.
  }
brought-with-conflicts = { $count ->
    [one] One change was brought in
   *[other] { $count } changes were brought in
  }, and { $conflicts ->
    [one] one thing has to be decided.
   *[other] { $conflicts } things have to be decided.
  }
brings = { $count ->
    [one] One change would come in.
   *[other] { $count } changes would come in.
  }
brings-with-conflicts = { $count ->
    [one] One change would come in
   *[other] { $count } changes would come in
  }, and { $conflicts ->
    [one] one thing would have to be decided.
   *[other] { $conflicts } things would have to be decided.
  }
brought-somebody = Somebody unnamed
brought-by = { $person }: { $count ->
    [one] one change
   *[other] { $count } changes
  }

cli-changes = { $count ->
    [one] Wrote one change to { $file }
   *[other] Wrote { $count } changes to { $file }
  }
cli-side = { $number }: { $by }, { $at }: { $text }
cli-conflicts = { $count ->
    [0] Nothing has to be decided.
    [one] One thing has to be decided.
   *[other] { $count } things have to be decided.
  }
cli-settled = Settled.
cli-closed = { $file } is closed with that passphrase. Nobody can recover it if it is lost.
cli-open-to-all = { $file } has no passphrase any more: anyone who has it can read it.

share-no-folder = The shared folder { $folder } is not there. See that the drive or the synchroniser is running, or choose another folder.
share-not-chosen = No shared folder is chosen for this file. Choose one first.
share-read-only = This file is open for reading only, so nothing can be brought in. Open it for writing, then share.
share-closed = This file is closed with a passphrase, and what lies in a shared folder could be read by anyone. Hand out working copies instead, or take the passphrase away.
passphrase-read-only = This file is open for reading only, so its passphrase cannot be set. Open it for writing first.
share-passed-over = { $file } is passed over. { $why }
share-not-whole = It has not arrived whole yet, or was damaged on the way. It is read when it is whole.
share-not-ours = Outturn did not write it.
share-nothing = Nothing from the others was new here.
share-told = { $count ->
    [0] Nothing of yours was new to the others.
    [one] One change was written for the others.
   *[other] { $count } changes were written for the others.
  }
