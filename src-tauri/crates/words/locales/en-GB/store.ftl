# Opening, saving and keeping a file. Each sentence says what is wrong, with which file, and what to
# do. A file that is refused has not been changed.

# A file that cannot be opened or made
store-missing = There is no file { $file }. It may have been moved or renamed; look for it, or for a copy, in its folder.
store-not-a-file = { $file } is not a file. Choose a file whose name ends in .outturn.
store-no-folder = The folder for { $file } does not exist. Choose another folder, or make it first.
store-exists = There is already a file { $file }. Choose another name; nothing was overwritten.
store-name-too-long = The name of { $file } is too long: while a file is open, others whose names are a little longer lie beside it. Choose a shorter name; nothing was written.
store-make-not-allowed = { $file } cannot be made: you are not allowed to write in that folder. Choose another folder, or ask the person who looks after it.
store-make-disk-full = There is no room left on the disk for { $file }, and nothing was written. Free some space or choose another place, then try again.
store-make-failed = { $file } could not be written, and there is no such file now. If it was to go on a shared drive, check the connection; then try again or choose another place.
store-open-disk-full = There is no room left on the disk to open { $file }. It has not been changed. Free some space and try again.
store-open-failed = { $file } could not be read. It has not been changed. If it is on a shared drive, check the connection; then try again.
store-not-allowed = You are not allowed to open { $file }. Ask the person who looks after the folder to let you read and change it.
store-empty = { $file } is empty: it has a name but no content, as after a copy that was broken off. Copy it again from where it came from, or open a backup.
store-not-a-database = { $file } is not an Outturn file, or its beginning has been overwritten. Check that you chose the right file; if you did, open a backup.
store-other-program = { $file } is a database of another program, not an Outturn file. Open it with the program that made it.
store-newer = { $file } was made by a newer version of Outturn (format { $found }; this version reads up to format { $known }). Update Outturn to open it. The file has not been changed.
store-truncated = The end of { $file } is missing: it has { $found } bytes and should have { $expected }, as after a copy that was broken off. Copy it again from where it came from, or open a backup.
store-damaged = { $file } is damaged: { $part }. It has not been changed. Open a backup, and keep this file in case something can be rescued from it.
store-part-header = its beginning is not what Outturn writes
store-part-tables = its list of tables is not what Outturn writes
store-part-pages = pages inside it have been overwritten or lost
store-part-row = { $row } cannot be read
store-part-change = its history does not lead back beyond change { $change }
store-altered = The content of { $file } is not what Outturn last wrote: the file is damaged, or another program has changed it. It has not been opened, so that wrong figures are not reported. Open a backup.
store-locked = { $file } is open in another program or on another computer. Close it there, or open it here for reading only.
store-locked-by = { $file } is open for { $who } on { $host } since { $time } on { $day }/{ $month }/{ $year }. Ask them to close it, or open it for reading only.
store-locked-by-person = { $file } is open for { $who } since { $time } on { $day }/{ $month }/{ $year }. Ask them to close it, or open it for reading only.
store-locked-on = { $file } is open on the computer { $host } since { $time } on { $day }/{ $month }/{ $year }. Close it there, or open it for reading only.
store-stray = Beside { $file } lies { $name }, which another program has left there and which would change the file when it is opened. Move { $name } to another folder, then open the file again.
store-unsettled = { $file } was being written to each time it was read. Wait a moment and try again.
store-not-empty = { $file } already has content, and a whole report can be put only into an empty file. Make a new file for it.

# A file that is open
store-read-only = { $file } is open for reading only, so nothing in it can be changed. Save a copy and work in that.
store-moved = { $file } has been moved, renamed or deleted while it was open, so nothing more was written to it. Put it back under its old name to go on, or save a copy and work in that.
store-disk-full = There is no room left on the disk that { $file } is on. The last change was not made; everything before it is kept. Free some space and try again.
store-failed = { $file } could not be read or written. The last change was not made; everything before it is kept. If the file is on a shared drive, check the connection, then try again.

# A history that is carried into a new file
store-history-unreadable = The field “{ $field }” does not say what a line of history says there. Write it as it was unpacked, or take the whole file of history out: the new file then begins one of its own.
store-history-not-next = The changes are to be numbered 1, 2, 3 and so on, with the lines of each together. Put the lines back in the order in which they were unpacked, or take the whole file of history out.
store-history-differs = This line says something else of its change than the first line of the change does. Write it as it was unpacked, or take the whole file of history out.
store-history-does-not-follow = What this line says was there before is not what the lines above lead to, or what it says is there since cannot be. Write it as it was unpacked, or take the whole file of history out.
store-history-step = What this change is said to take back, or to be undone with, is not what the lines above lead to. Write it as it was unpacked, or take the whole file of history out.
store-history-content = The history ends with something else at { $place } than the other files say. Change figures and words in the program, where history is kept, or take the file of history out: the new file then begins one of its own.

# Files closed with a passphrase
store-closed = { $file } is closed with a passphrase, or is no Outturn file. Give its passphrase.
store-wrong-passphrase = That is not the passphrase of { $file }, or the file is damaged. Nothing was changed. Look at capital letters and spaces, and try again.
store-short-passphrase = The passphrase is too short to keep anybody out. Take at least 8 characters; better, three or four words that have nothing to do with each other.

# Leaving early history out
store-undecided = Something was done apart in two copies and is not decided yet, and the history tells what each side said. Nothing was left out. Decide it first, on the screen “Copies”.
store-cannot-thin = What was done apart in two copies before that day still decides what the file holds. Nothing was left out. Take an earlier day.

# Changes of other copies
store-changes-not-changes = This is not a changes file, or its beginning has been overwritten. Check that you chose the right file, or ask for it to be sent again.
store-changes-newer = These changes were made with a newer version of Outturn (format { $found }; this version reads up to format { $known }). Nothing was brought in. Update Outturn, then bring them in again.
store-changes-truncated = The end of this changes file is missing, as after a copy that was broken off. Nothing was brought in. Ask for it to be sent again.
store-changes-tampered = These changes are not what Outturn wrote: they were damaged or altered on the way. Nothing was brought in. Ask for them to be sent again.
store-changes-other-directorate = These changes come from another file, not from a copy of this one. Nothing was brought in. Open the file they belong to and bring them in there.
store-changes-earlier-missing = These changes follow from earlier ones that are not here. Nothing was brought in. Bring in the earlier ones first, or bring in the whole copy that they come from.
store-changes-thinned = These changes were made in a copy that was made before the history of this file begins: what they follow from has been left out here. Nothing was brought in. Bring them into a copy that has the whole history, such as one kept from before it was thinned.
store-changes-does-not-fit = What these changes say of { $place } cannot be, so they were not made with Outturn. Nothing was brought in. Ask for them to be sent again.
store-not-open = This has been settled or changed since it was listed, or cannot be settled in this way. Nothing was changed. Look at the list again.

# Why a file is open for reading only
store-access-asked = Open for reading only, as it stood when it was opened.
store-access-file = Open for reading only, because the file may not be changed. To work on it, save a copy, or clear “read-only” in the file’s properties.
store-access-folder = Open for reading only, because nothing may be written in the file’s folder. To work on it, save a copy in a folder of your own.

# An edit that does not fit
store-refused = { $place } was not changed. { $reason }
store-no-such-row = It is no longer there; someone has taken it out. Undo brings it back.
store-no-such-field = There is no field “{ $field }” here.
store-too-many-cells = There are more cells than the table has fields.
store-row-exists = There is already one of this name here. Change that one, or choose another name.
store-no-such-reference = It points to “{ $id }” in { $table }, which is not there. Choose one that is, or add it first.
store-id-differs = Its id should be “{ $expected }”, which is made of its own fields. To move it, take it out and put it in anew.
store-id-not-allowed = This id cannot be used here. Choose another.
store-section-in-itself = A section cannot stand in itself or in a section of its own. Choose another place for it.
store-section-of-another-report = A section cannot stand in a section of another report. Choose one of the same report.

# What the check of a whole file finds
store-fault-structure = Pages inside the file have been overwritten or lost. Open a backup, and keep this file.
store-fault-reference = A row of { $table } points to a row of { $to } that is not there. Open a backup, and keep this file.
store-fault-row = { $row } cannot be read. Open a backup, and keep this file.
store-fault-content = The content is not what was last written: the file is damaged, or another program has changed it. Open a backup.
store-fault-change = The history cannot be relied on from change { $change } on: it is not what was written. The content can be; save a copy of it.
store-fault-brought = What was brought in with change { $change } is not what was written. The content can be relied on; save a copy of it, and bring the other copies in again.
store-fault-merged = The content is not what the copies brought in lead to: the file is damaged, or another program has changed it. Open a backup.
