/** A cubic spline through points, by its polynomial from each point on. */
export interface Spline {
  value: (at: number) => number;
  slope: (at: number) => number;
}

/**
 * The spline of Forsythe, Malcolm and Moler (Computer Methods for Mathematical Computations, 1977): at each end a cubic
 * through the four outermost points gives the third derivative. It is R's default, so published figures can be met.
 *
 * @param x ascending, at least two of them. @param y as many.
 */
export function spline(x: Float64Array, y: Float64Array): Spline {
  const n = x.length;
  const b = new Float64Array(n);
  const c = new Float64Array(n);
  const d = new Float64Array(n);
  if (n < 3) b.fill((y[1] - y[0]) / (x[1] - x[0]));
  else solve(x, y, b, c, d);
  const segment = (at: number) => {
    let low = 0;
    let high = n;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at < x[middle]) high = middle;
      else low = middle;
    }
    return low;
  };
  return {
    value: (at) => {
      const i = segment(at);
      const dx = at - x[i];
      return y[i] + dx * (b[i] + dx * (c[i] + dx * d[i]));
    },
    slope: (at) => {
      const i = segment(at);
      const dx = at - x[i];
      return b[i] + dx * (2 * c[i] + dx * 3 * d[i]);
    },
  };
}

/** Solves the tridiagonal system and turns it into the coefficients of the polynomials. */
function solve(x: Float64Array, y: Float64Array, b: Float64Array, c: Float64Array, d: Float64Array): void {
  const last = x.length - 1;
  d[0] = x[1] - x[0];
  c[1] = (y[1] - y[0]) / d[0];
  for (let i = 1; i < last; i++) {
    d[i] = x[i + 1] - x[i];
    b[i] = 2 * (d[i - 1] + d[i]);
    c[i + 1] = (y[i + 1] - y[i]) / d[i];
    c[i] = c[i + 1] - c[i];
  }
  b[0] = -d[0];
  b[last] = -d[last - 1];
  c[0] = 0;
  c[last] = 0;
  if (last > 2) {
    c[0] = c[2] / (x[3] - x[1]) - c[1] / (x[2] - x[0]);
    c[last] = c[last - 1] / (x[last] - x[last - 2]) - c[last - 2] / (x[last - 1] - x[last - 3]);
    c[0] = (c[0] * d[0] * d[0]) / (x[3] - x[0]);
    c[last] = (-c[last] * d[last - 1] * d[last - 1]) / (x[last] - x[last - 3]);
  }
  for (let i = 1; i <= last; i++) {
    const factor = d[i - 1] / b[i - 1];
    b[i] -= factor * d[i - 1];
    c[i] -= factor * c[i - 1];
  }
  c[last] /= b[last];
  for (let i = last - 1; i >= 0; i--) c[i] = (c[i] - d[i] * c[i + 1]) / b[i];
  b[last] = (y[last] - y[last - 1]) / d[last - 1] + d[last - 1] * (c[last - 1] + 2 * c[last]);
  for (let i = 0; i < last; i++) {
    b[i] = (y[i + 1] - y[i]) / d[i] - d[i] * (c[i + 1] + 2 * c[i]);
    d[i] = (c[i + 1] - c[i]) / d[i];
    c[i] *= 3;
  }
  c[last] *= 3;
  d[last] = d[last - 1];
}
