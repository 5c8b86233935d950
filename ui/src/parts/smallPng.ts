// Pictures from people's disks come in any size and format: what the file keeps is a PNG that is
// large enough to print and small enough to carry about.

/** The longest side at first, in pixels: 60 mm at 300 dots an inch. */
const LONGEST = 720;
/** The most letters of base64: 240 KB of file. */
const MOST = 320_000;

/** The sides of a picture once it fits: never larger than it is, unless it can be drawn anew. */
export function fitted(width: number, height: number, longest: number, scales: boolean) {
  const factor = longest / Math.max(width, height);
  const by = scales ? factor : Math.min(1, factor);
  return {
    width: Math.max(1, Math.round(width * by)),
    height: Math.max(1, Math.round(height * by)),
  };
}

/** A picture file as a PNG in base64; nothing where it cannot be read as a picture. */
export async function smallPng(file: File): Promise<string | undefined> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const drawing = file.type === "image/svg+xml";
    for (let longest = LONGEST; longest >= 90; longest /= 2) {
      const png = drawn(image, longest, drawing);
      if (png !== undefined && png.length <= MOST) return png;
    }
    return undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function drawn(image: HTMLImageElement, longest: number, scales: boolean): string | undefined {
  const natural = [image.naturalWidth || 300, image.naturalHeight || 150] as const;
  const { width, height } = fitted(...natural, longest, scales);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
  return canvas.toDataURL("image/png").split(",")[1];
}
