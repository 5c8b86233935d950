// Where focus goes when a step takes away the button that it was taken with.

/** How many pictures of the screen a dialog or a list may need to let go of focus. */
const FRAMES = 4;

/** Gives focus to an element if what had it is gone; work then goes on near it. */
export function restOn(element: HTMLElement | null): void {
  let frames = FRAMES;
  const look = () => {
    const { activeElement } = document;
    const isLost = !activeElement || activeElement === document.body;
    if (isLost || activeElement.matches("[data-landing]")) element?.focus();
    frames -= 1;
    if (frames > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
