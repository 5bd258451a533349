// AssemblyScript: the arithmetic of training, on four numbers at a time (SIMD of 128 bits). All pointers and strides are
// in bytes; the caller lays out the memory. Widths (`n`, `columns`, `h`, `count`) are multiples of 4, those of `gemm` of 8.

/** A panel of eight columns of B is copied here: rows of a whole power of two apart would share cache lines. */
export const PANEL: usize = 1024;
/** The largest `k` of `gemm`: what fits between the panel's start and the caller's memory at 64 kB. */
export const LONGEST: i32 = 2000;

/** C += A·B: A is m×k with any two strides (so it may stand transposed), B is k×n and C is m×n by rows. */
export function gemm(
  m: i32, n: i32, k: i32,
  a: usize, aRow: usize, aColumn: usize,
  b: usize, bRow: usize,
  c: usize, cRow: usize,
): void {
  // One panel of eight columns of B stays in the cache nearest to the core while all rows of A pass by.
  for (let j = 0; j < n; j += 8) {
    let panel = b + (<usize>j << 2);
    let step = bRow;
    if (m > 8) {
      for (let p = 0, to = PANEL; p < k; p++, to += 32, panel += bRow) {
        v128.store(to, v128.load(panel));
        v128.store(to, v128.load(panel, 16), 16);
      }
      panel = PANEL;
      step = 32;
    }
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      tile4(k, a + <usize>i * aRow, aRow, aColumn, panel, step, c + <usize>i * cRow + (<usize>j << 2), cRow);
    }
    for (; i < m; i++) {
      tile1(k, a + <usize>i * aRow, aColumn, panel, step, c + <usize>i * cRow + (<usize>j << 2));
    }
  }
}

// @ts-ignore: decorator
@inline
function fma(sum: v128, x: v128, y: v128): v128 {
  return f32x4.add(sum, f32x4.mul(x, y));
}

function tile4(
  k: i32, a: usize, aRow: usize, aColumn: usize, b: usize, bRow: usize, c: usize, cRow: usize,
): void {
  const c1 = c + cRow;
  const c2 = c1 + cRow;
  const c3 = c2 + cRow;
  let s00 = v128.load(c);
  let s01 = v128.load(c, 16);
  let s10 = v128.load(c1);
  let s11 = v128.load(c1, 16);
  let s20 = v128.load(c2);
  let s21 = v128.load(c2, 16);
  let s30 = v128.load(c3);
  let s31 = v128.load(c3, 16);
  let a1 = a + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  for (let p = 0; p < k; p++) {
    const left = v128.load(b);
    const right = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s00 = fma(s00, x, left);
    s01 = fma(s01, x, right);
    x = v128.load32_splat(a1);
    s10 = fma(s10, x, left);
    s11 = fma(s11, x, right);
    x = v128.load32_splat(a2);
    s20 = fma(s20, x, left);
    s21 = fma(s21, x, right);
    x = v128.load32_splat(a3);
    s30 = fma(s30, x, left);
    s31 = fma(s31, x, right);
    b += bRow;
    a += aColumn;
    a1 += aColumn;
    a2 += aColumn;
    a3 += aColumn;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c1, s10);
  v128.store(c1, s11, 16);
  v128.store(c2, s20);
  v128.store(c2, s21, 16);
  v128.store(c3, s30);
  v128.store(c3, s31, 16);
}

function tile1(k: i32, a: usize, aColumn: usize, b: usize, bRow: usize, c: usize): void {
  let s0 = v128.load(c);
  let s1 = v128.load(c, 16);
  for (let p = 0; p < k; p++) {
    const x = v128.load32_splat(a);
    s0 = fma(s0, x, v128.load(b));
    s1 = fma(s1, x, v128.load(b, 16));
    b += bRow;
    a += aColumn;
  }
  v128.store(c, s0);
  v128.store(c, s1, 16);
}

/** B = Aᵀ: A is rows×columns, both by rows without gaps. */
export function transpose(rows: i32, columns: i32, a: usize, b: usize): void {
  const step = <usize>rows << 2;
  for (let i = 0; i < rows; i++) {
    let to = b + (<usize>i << 2);
    for (let j = 0; j < columns; j++) {
      store<f32>(to, load<f32>(a));
      a += 4;
      to += step;
    }
  }
}

/** e^x to about seven digits (Cephes, Moshier 1989: range reduction and a polynomial of degree five). */
// @ts-ignore: decorator
@inline
function exp(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, f32x4.splat(88)), f32x4.splat(-87));
  const whole = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504)));
  x = f32x4.sub(x, f32x4.mul(whole, f32x4.splat(0.693359375)));
  x = f32x4.sub(x, f32x4.mul(whole, f32x4.splat(-0.000212194440)));
  let y = f32x4.splat(0.00019875691);
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(0.0013981999));
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(0.008333452));
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(0.041665796));
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(0.16666666));
  y = f32x4.add(f32x4.mul(y, x), f32x4.splat(0.5));
  y = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(y, x), x), x), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
  return f32x4.mul(y, power);
}

// @ts-ignore: decorator
@inline
function sigmoid(x: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), exp(f32x4.neg(x))));
}

// @ts-ignore: decorator
@inline
function tanh(x: v128): v128 {
  return f32x4.sub(f32x4.splat(1), f32x4.div(f32x4.splat(2), f32x4.add(f32x4.splat(1), exp(f32x4.add(x, x)))));
}

/**
 * One time step of an LSTM (Hochreiter and Schmidhuber 1997) for `rows` sentences: the sums of the gates (input, forget,
 * cell, output; h each) become their values; the cell, its tanh and the output are written. The first `old` rows have a
 * cell from the step before, the others begin.
 */
export function lstmForward(
  rows: i32, old: i32, h: i32, gates: usize, gatesRow: usize,
  before: usize, cell: usize, squashed: usize, out: usize, outRow: usize,
): void {
  const width = <usize>h << 2;
  for (let r = 0; r < rows; r++) {
    const g = gates + <usize>r * gatesRow;
    const at = <usize>r * width;
    for (let j: usize = 0; j < width; j += 16) {
      const i = sigmoid(v128.load(g + j));
      const f = sigmoid(v128.load(g + width + j));
      const c = tanh(v128.load(g + 2 * width + j));
      const o = sigmoid(v128.load(g + 3 * width + j));
      let sum = f32x4.mul(i, c);
      if (r < old) sum = f32x4.add(sum, f32x4.mul(f, v128.load(before + at + j)));
      const t = tanh(sum);
      v128.store(g + j, i);
      v128.store(g + width + j, f);
      v128.store(g + 2 * width + j, c);
      v128.store(g + 3 * width + j, o);
      v128.store(cell + at + j, sum);
      v128.store(squashed + at + j, t);
      v128.store(out + <usize>r * outRow + j, f32x4.mul(o, t));
    }
  }
}

/**
 * The step backwards: gates become the gradients of their sums. `dOut` is the gradient from above, `dNext` that of the
 * output through the next step and `dCell` that of the cell, both for the first `carried` rows; `dCell` is replaced.
 */
export function lstmBackward(
  rows: i32, old: i32, carried: i32, h: i32, gates: usize, gatesRow: usize,
  before: usize, squashed: usize, dOut: usize, dOutRow: usize, dNext: usize, dCell: usize,
): void {
  const width = <usize>h << 2;
  const one = f32x4.splat(1);
  for (let r = 0; r < rows; r++) {
    const g = gates + <usize>r * gatesRow;
    const at = <usize>r * width;
    for (let j: usize = 0; j < width; j += 16) {
      const i = v128.load(g + j);
      const f = v128.load(g + width + j);
      const c = v128.load(g + 2 * width + j);
      const o = v128.load(g + 3 * width + j);
      const t = v128.load(squashed + at + j);
      let dh = v128.load(dOut + <usize>r * dOutRow + j);
      if (r < carried) dh = f32x4.add(dh, v128.load(dNext + at + j));
      let dc = f32x4.mul(f32x4.mul(dh, o), f32x4.sub(one, f32x4.mul(t, t)));
      if (r < carried) dc = f32x4.add(dc, v128.load(dCell + at + j));
      v128.store(dCell + at + j, f32x4.mul(dc, f));
      v128.store(g + j, f32x4.mul(f32x4.mul(dc, c), f32x4.mul(i, f32x4.sub(one, i))));
      let df = f32x4.splat(0);
      if (r < old) df = f32x4.mul(f32x4.mul(dc, v128.load(before + at + j)), f32x4.mul(f, f32x4.sub(one, f)));
      v128.store(g + width + j, df);
      v128.store(g + 2 * width + j, f32x4.mul(f32x4.mul(dc, i), f32x4.sub(one, f32x4.mul(c, c))));
      v128.store(g + 3 * width + j, f32x4.mul(f32x4.mul(dh, t), f32x4.mul(o, f32x4.sub(one, o))));
    }
  }
}

/** to = from·mask for `rows` rows of `columns` numbers, each with its own stride. */
export function mask(
  rows: i32, columns: i32, from: usize, fromRow: usize, by: usize, byRow: usize, to: usize, toRow: usize,
): void {
  const width = <usize>columns << 2;
  for (let r = 0; r < rows; r++) {
    for (let j: usize = 0; j < width; j += 16) v128.store(to + j, f32x4.mul(v128.load(from + j), v128.load(by + j)));
    from += fromRow;
    by += byRow;
    to += toRow;
  }
}

/** sum += all rows, for the gradient of a bias. */
export function sumRows(rows: i32, columns: i32, from: usize, fromRow: usize, sum: usize): void {
  const width = <usize>columns << 2;
  for (let r = 0; r < rows; r++) {
    for (let j: usize = 0; j < width; j += 16) {
      v128.store(sum + j, f32x4.add(v128.load(sum + j), v128.load(from + j)));
    }
    from += fromRow;
  }
}

export function sumOfSquares(count: i32, from: usize): f32 {
  let sum = f32x4.splat(0);
  const end = from + (<usize>count << 2);
  for (; from < end; from += 16) sum = fma(sum, v128.load(from), v128.load(from));
  return (
    f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3)
  );
}

/**
 * One step of Adam (Kingma and Ba 2015); `rate` has the correction of both means in it and `shrink` clips the gradient,
 * which is cleared. `mean` follows the weights slowly: the average of weights that is used in the end.
 */
export function adam(
  count: i32, weight: usize, gradient: usize, first: usize, second: usize, mean: usize,
  rate: f32, beta1: f32, beta2: f32, epsilon: f32, shrink: f32, keep: f32,
): void {
  const end = weight + (<usize>count << 2);
  const zero = f32x4.splat(0);
  const b1 = beta1;
  const c1: f32 = 1 - beta1;
  const b2 = beta2;
  const c2: f32 = 1 - beta2;
  for (; weight < end; weight += 16) {
    const g = f32x4.mul(v128.load(gradient), f32x4.splat(shrink));
    v128.store(gradient, zero);
    const m = f32x4.add(f32x4.mul(v128.load(first), f32x4.splat(b1)), f32x4.mul(g, f32x4.splat(c1)));
    const v = f32x4.add(f32x4.mul(v128.load(second), f32x4.splat(b2)), f32x4.mul(f32x4.mul(g, g), f32x4.splat(c2)));
    v128.store(first, m);
    v128.store(second, v);
    const step = f32x4.div(f32x4.mul(m, f32x4.splat(rate)), f32x4.add(f32x4.sqrt(v), f32x4.splat(epsilon)));
    const w = f32x4.sub(v128.load(weight), step);
    v128.store(weight, w);
    const old = v128.load(mean);
    v128.store(mean, f32x4.add(w, f32x4.mul(f32x4.sub(old, w), f32x4.splat(keep))));
    gradient += 16;
    first += 16;
    second += 16;
    mean += 16;
  }
}
