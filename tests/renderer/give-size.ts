/** A page without layout has no sizes; lists that draw only what is in view need some. Their rows are 40 pixels high, everything else 800. */
export function giveSize(): void {
  const height = {
    configurable: true,
    get(this: HTMLElement) {
      return this.dataset.index === undefined ? 800 : 40
    },
  }
  const width = { configurable: true, get: () => 800 }
  Object.defineProperties(HTMLElement.prototype, { offsetHeight: height, clientHeight: height, offsetWidth: width, clientWidth: width })
}
