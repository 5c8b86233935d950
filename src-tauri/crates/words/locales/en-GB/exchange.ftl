# What can be wrong with the text form of a file, and with writing it.

# The folder and its files
form-not-there = This is not there. Check the name.
form-not-allowed = This may not be read. Ask for permission to read it, or copy it to a folder of your own.
form-unreadable = This could not be read. If it is on a shared drive, check the connection; then try again.
form-folder-not-there = There is no folder { $folder }. Check the name.
form-folder-not-allowed = You are not allowed to read the folder { $folder }. Ask for permission to read it, or copy it to a folder of your own.
form-not-a-folder = { $folder } is not a folder. Name the folder that holds directorate.toml.
form-link = This is a link, and links are not followed. Put the file or folder itself here.
form-not-a-file = This is neither a file nor a folder. Take it out.
form-name-not-utf8 = This name has characters that cannot be read. Rename it.
form-too-large = This file is larger than { $limit } MB, the most that is read. Check that it belongs here.
form-not-utf8 = This is not UTF-8 text. Save the file with the encoding UTF-8.
form-file-missing = This file is missing. Put it there, or take out the folder that it would stand in.
form-directorate-missing = This file is missing, and every folder that can be packed has one. Name the folder that holds it, or put one here that says format = 1.
form-file-of-no-kind = Nothing of this file would be printed: a section of kind “{ $kind }” holds only what section.md and comments.md say. Move it to a section whose kind is one of these: { $kinds }. Or change the kind in section.md.
form-file-of-another-kind = Nothing of this file would be printed: a section of kind “{ $kind }” holds { $holds }. Move it to a section whose kind is one of these: { $kinds }. Or change the kind in section.md.
form-unknown-file = Nothing reads a file of this name here. Expected: { $known }. Rename it or take it out.
form-no-files-here = Nothing reads a file here: only folders stand here, one for each report. Take it out.
form-unknown-file-near = Nothing reads a file of this name here. Rename it to { $nearest } if that is what it is, or take it out.
form-unknown-folder = Nothing reads a folder of this name here. Expected: { $known }. Rename it or take it out.
form-unknown-folder-near = Nothing reads a folder of this name here. Rename it to { $nearest } if that is what it is, or take it out.
form-folder-without-number = Nothing reads this: its name must begin with a number of two digits or more and a dash, such as 01-introduction. Rename it or take it out.
form-same-number = This has the same number as { $other }, so which comes first is not said. Give each its own number.

# Front matter and TOML
form-front-matter-missing = This file must begin with the line +++, then its fields, then another line +++.
form-front-matter-open = The fields that begin after +++ do not end. Put a line +++ after them.
form-comments-have-no-keys = This file has no fields: all of it is narrative. Move the fields to section.md.
form-toml-syntax = This cannot be read as TOML. Expected: key = "words" on a line of its own, or a list such as [[action]]. Look for a quotation mark or bracket that is not closed, here or just above.
form-toml-value = “{ $text }” is not a value. Put words in quotation marks; write a number as 1234.5, a date as 2013-11-04, yes as true and no as false.
form-key-twice = “{ $name }” is given twice. Take one of them out.
form-unknown-key = There is no key “{ $name }” here. Expected one of: { $known }.
form-unknown-key-near = There is no key “{ $name }” here. Did you mean “{ $nearest }”?
form-key-from-place = “{ $name }” is not given here: it follows from where the file stands. Take it out.
form-key-is-narrative = “{ $name }” is not given here: it is the Markdown under the second line +++. Move the words there.
form-key-has-file = “{ $name }” is not given here: it has the file { $file } to itself. Move the words there.
form-list-expected = Expected a list, each of its rows under a line [[{ $table }]].
form-wrong-type = Expected { $expected }; found { $found }.
form-kind-words = words in quotation marks
form-kind-number = a number, such as 66.7
form-kind-count = a whole number, such as 2
form-kind-flag = true or false
form-kind-date = a date, such as 2013-11-04
form-found-words = words
form-found-number = a number
form-found-flag = true or false
form-found-date = a date or time
form-found-list = a list
form-found-table = a table

# Cells, ids and order
form-cell-missing = This is missing, and it must be given.
form-not-a-number = “{ $text }” is not a number as it is written here. Expected digits with at most one point and a minus before a negative, such as -1234.5: no commas, brackets, units or signs.
form-not-a-date = “{ $text }” is not a date that exists. Expected year, month and day, such as 2013-11-04.
form-not-an-amount = “{ $text }” is neither a figure nor a reason for there being none. Expected a figure such as -416, or one of { $choices }, with a colon and words after it if words are to be printed.
form-place-is-no-id = The id “{ $text }” follows from where this stands, and it is not one that can be used. Use a–z (no capital letters), 0–9, -, _ and . in names, 200 characters at most, or give an id.
form-duplicate-id = The id “{ $id }” is used already, in { $file } on line { $line }. Give each its own.
form-no-such-row = There is no { $table } with the id “{ $id }”. Add it, or point to one that is there.
form-no-such-row-near = There is no { $table } with the id “{ $id }”. Did you mean “{ $nearest }”?
form-position-order = This position comes before that of the row above. Take it out: the order in the file or folder is enough.

# CSV
form-csv-no-headings = This file has no line of headings. Put one at its top, or take the file out.
form-unknown-column = There is no column “{ $name }” here. Expected one of: { $known }.
form-unknown-column-near = There is no column “{ $name }” here. Did you mean “{ $nearest }”?
form-csv-column-twice = The column “{ $name }” is given twice. Take one of them out.
form-csv-cells = This line has { $found ->
    [one] one cell
   *[other] { $found } cells
  }; the headings make { $expected }. Look for a comma too many or too few, or words with a comma that are not in quotation marks.
form-csv-quote-open = A quotation mark begins a cell here, and none ends it. Put one at the end of the cell; a quotation mark inside a cell is written twice.
form-csv-quote-after = Something follows the quotation mark that ends a cell. Write a quotation mark inside a cell twice, or put a comma after the cell.

form-not-a-change = “{ $text }” is not the number of a change. Write the line as it was unpacked, or take this file out.

# The version
form-newer = This folder has format { $format }; this program reads up to format { $known }. Use a newer version of the program.
form-no-format = There is no such format. Expected format = { $known }.

# Writing
form-write-not-empty = { $folder } is there already and is not an empty folder. Choose a new name, or empty it; nothing was written.
form-write-no-parent = { $folder } cannot be made, because the folder it would stand in is not there. Make that folder first, or choose another place.
form-write-not-allowed = { $folder } cannot be made: you are not allowed to write there. Choose another place, or ask the person who looks after it; nothing was written.
form-write-full = There is no room left on the disk for { $folder }. Free some space or choose another place; nothing is left behind.
form-write-name-too-long = { $folder } cannot be made: its name, or the whole path of a file in it, would be too long. Choose a shorter name or a place nearer the top; nothing is left behind.
form-write-disk = { $folder } could not be written, and nothing is left behind. If it is on a shared drive, check the connection; then try again or choose another place.
form-write-no-place = { $count ->
    [one] One row has
   *[other] { $count } rows have
  } no place in the folder, because what it belongs to is not there or stands in itself: { $rows }. Nothing was written.
