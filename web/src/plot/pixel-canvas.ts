/** A canvas whose pixels are written as numbers. */
export class PixelCanvas {
  readonly canvas: HTMLCanvasElement;
  #image: ImageData | undefined;
  #pixels = new Uint32Array();

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
  }

  /** `width` x `height` pixels to be written, row by row; `show` puts them on the canvas. */
  pixels(width: number, height: number): Uint32Array {
    if (this.#image?.width !== width || this.#image.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.#image = new ImageData(width, height);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
    }
    return this.#pixels;
  }

  show(): void {
    if (this.#image !== undefined) this.canvas.getContext('2d')?.putImageData(this.#image, 0, 0);
  }
}
