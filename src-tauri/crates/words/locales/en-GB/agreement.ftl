# Who does what, who agreed to it, and what it is signed with.

choice-role-author = Author
choice-role-lead = Lead
choice-role-clerk = Clerk
choice-role-performance = Performance team
choice-role-finance = Finance
choice-role-legal = Legal
choice-role-equalities = Equalities
choice-role-risk = Risk
choice-state-submitted = Submitted
choice-state-returned = Returned
choice-kind-sign-off = Sign-off
choice-kind-exception = Exception

noun-signing-key = signing key
noun-sign-off = sign-off
noun-identity = identity of the file
noun-role = role
noun-draft-due = day for drafts
noun-lead-due = day for sign-off
noun-finance-due = day for finance
noun-legal-due = day for legal
noun-dispatch-due = day of dispatch
noun-author = author
noun-public = public key
noun-added-on = day from which it counts
noun-removed-on = day on which it was taken away
noun-about = what it is about
noun-answers = comment it answers
noun-said-by = who said it
noun-said-at = when it was said
noun-resolved = settled
noun-signed-by = who signed
noun-signed-at = when it was signed
noun-reading = what was read
noun-key = key
noun-signature = signature
noun-withdrawn = taken back

signer-post = { $post }
signer-any-lead = a lead
signer-any-clearance = whoever clears it: finance, legal, equalities or risk
signed-by-at = { $post }, { $at }
moment-in-words = { $date } at { $time }

standing-drafting = In draft
standing-submitted = Submitted: waits for sign-off
standing-returned = Returned to its author
standing-signed-off = Signed off: { $signed }
standing-excepted = Goes to committee without sign-off: { $signed }
standing-lapsed = Sign-off lapsed: { $signed }
standing-forged = Signature does not fit: { $signed }
lapse-changed = It reads otherwise than when it was signed. Look at what has changed, then sign it again.
lapse-key-removed = The key it was signed with was taken away from its owner. It has to be signed again.
lapse-not-theirs = Its sign-off is no longer theirs to give. Whoever leads it now has to sign it.
lapse-forged = The signature was not made for this section with a key of that person. Find out who changed the file, and have it signed again.
comment-about-gone = on something that has been taken out since

due-draft = Drafts submitted
due-lead = Signed off by leads
due-finance = Cleared by finance
due-legal = Cleared by legal and others
due-dispatch = Paper goes out
due-today = { $date } (today)
due-in-days = { $date } ({ $days ->
    [one] tomorrow
   *[other] in { $days } days
  })
due-days-ago = { $date } ({ $days ->
    [one] yesterday
   *[other] { $days } days ago
  })

waits-for-sign-off = { $sections ->
    [one] One section is not signed off.
   *[other] { $sections } sections are not signed off.
  }
waits-for-findings = { $findings ->
    [one] One finding stops the final paper.
   *[other] { $findings } findings stop the final paper.
  }
waits-for-both = { $sections ->
    [one] One section is not signed off
   *[other] { $sections } sections are not signed off
  }, and { $findings ->
    [one] one finding stops the final paper.
   *[other] { $findings } findings stop the final paper.
  }

work-returned = Came back with a comment: change it and submit it again
work-lapsed = Changed since you signed it: look at what has changed and sign it again
work-to-write = To be written
work-to-read = To be read and signed off
work-to-clear = To be cleared
work-unread = { $count ->
    [one] A comment that you have not read
   *[other] { $count } comments that you have not read
  }

edit-agreement = sign-off of { $what }
edit-comment = comment

sign-who-are-you = Say first who you are: choose yourself among the people of this file.
sign-key-there = This computer has a signing key already. Sign with it, or make another one instead.
sign-no-random = This computer gave no random numbers, without which no key is safe. Restart it and try again.
sign-key-not-kept = The key could not be kept in { $folder }. See that you may write there and that there is room, then try again.
sign-no-key = You have no signing key on this computer yet. Make one, then sign.
sign-key-locked = Your signing key is locked. Type its passphrase, then sign.
sign-key-removed = Your signing key was taken away from you in this file, so that it signs nothing any more. Make another key.
sign-key-of-another = The signing key of this computer belongs to { $post } in this file. Say that you are { $post }, or sign on your own computer.
sign-not-a-key = The file of your signing key holds no key. Restore it from a copy, or make another key.
sign-no-store = This computer has no key store that is open to you. Give a passphrase for the key, or log in to the desktop.
sign-store-refused = The key store of this computer did not take the key. Unlock the store and try again, or give a passphrase for the key.
sign-not-from-store = The key store of this computer does not give your signing key. Unlock the store and try again; if the key is lost, make another one.
sign-wrong-passphrase = That is not the passphrase of your signing key. Nothing was signed; try again.
sign-short-passphrase = A passphrase has { $least } characters or more. Three or four words are easy to keep in mind.
sign-return-why = Say what you ask for, so that the author knows what to change.
sign-except-why = Give the reason. It stands in the certificate of the paper.
sign-hidden = A section that is left out of the paper is not signed off.
sign-not-theirs = “{ $section }” is not yours to sign off. It is signed off by { $signer }.
sign-not-clerk = The clerk alone lets a section go to committee without a sign-off.
sign-nothing = There is nothing for you to sign in this report.
plan-no-meeting = The meeting has no day yet. Give it one in the report’s settings, then plan back from it.
comment-empty = A comment needs words.
since-not-signed = This section has not been signed off yet.
export-not-signed = { $count ->
    [one] One section is not signed off. Have it signed off, let the clerk record an exception, or export a draft.
   *[other] { $count } sections are not signed off. Have them signed off, let the clerk record exceptions, or export a draft.
  }

certificate-none = This file is no certificate of a paper. Choose the .certificate.json that was written beside the paper.
certificate-newer = This certificate was written by a newer version of Outturn. Update Outturn, then check it again.
certificate-altered = The certificate is not what was signed: something in it was changed.
certificate-other-paper = The paper is not the one that this certificate was written for, or was changed since.
certificate-forged = The signature under “{ $heading }” does not fit what the certificate says of it.
certificate-content = What the certificate says of the whole content does not follow from its sections.
certificate-not-read = { $file } could not be read. See that it is there and that you may read it.

cli-certified = Wrote { $file }
cli-no-passphrase = { $file } could not be read. Name a file whose first line is the passphrase.
cli-key-made = Made your signing key: { $fingerprint }
cli-excepted = { $count ->
    [one] Recorded an exception: one section goes to committee without sign-off.
   *[other] Recorded exceptions: { $count } sections go to committee without sign-off.
  }
cli-signed = { $count ->
    [one] Signed one section.
   *[other] Signed { $count } sections.
  }
cli-agreed = { $agreed } of { $sections } sections are agreed to.
cli-certificate-signed = Signed off by { $post }, { $at }, key { $key }
cli-certificate-excepted = Exception by { $post }, { $at }, key { $key }: { $reason }
cli-certificate-issued = { $paper }, { $pages ->
    [one] one page
   *[other] { $pages } pages
  }: written by { $post }, { $at }, key { $key }
cli-certificate-holds = Every signature holds.
