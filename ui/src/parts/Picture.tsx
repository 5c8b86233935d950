// A drawing the program made, shown as a picture: nothing in it can run.
import { useEffect, useState } from "react";

/** A drawing given as SVG text, with words that say what it shows. */
export function Picture({ svg, alt }: { svg: string; alt: string }) {
  const url = useObjectUrl(svg);
  return url ? <img className="picture" src={url} alt={alt} draggable={false} /> : null;
}

/** An address inside the window for a picture, given up when the picture changes. */
function useObjectUrl(svg: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return url;
}
