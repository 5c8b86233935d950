// Paths that are suggested for new files.

/** A path in a folder, with the characters left out that no system lets stand in a name. */
export function pathIn(folder: string, name: string, ending: string): string {
  const separator = folder.includes("\\") ? "\\" : "/";
  const safe = name
    .replace(/[\\/:*?"<>|]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `${folder.replace(/[\\/]+$/, "")}${separator}${safe}.${ending}`;
}

/** The folder that a file is in. */
export function folderOf(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, "");
}

/** The name of a file, without its folder. */
export function nameOf(path: string): string {
  return path.replace(/^.*[\\/]/, "");
}
