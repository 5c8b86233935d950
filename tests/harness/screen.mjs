/** The size of the screen in tests: the smallest that the program is designed for. */
export const screen = { width: 1280, height: 720 };
