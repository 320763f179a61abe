import { countOf } from '../plural';

export const explorer = {
  title: 'Activation explorer',
  viewsLabel: 'Views of the explorer',
  views: {
    curves: 'Curves',
    distribution: 'Distribution',
    neuron: 'One neuron',
    composition: 'Iteration',
    comparison: 'Approximations',
    gradient: 'Check the gradient',
    cost: 'What does it cost?',
  },
  loadingView: 'Loading this view …',
  loadFailed: 'This part of the page could not be loaded. Check the connection and try again.',

  families: {
    elementary: 'Elementary',
    rectifier: 'Rectifiers',
    sigmoidal: 'Sigmoidal',
    gated: 'Gated: x times a gate',
    shrinkage: 'Shrinkage',
    periodic: 'Periodic',
    radial: 'Radial',
  },

  orders: ['f', 'f′', 'f″'],
  ordersOfX: ['f(x)', 'f′(x)', 'f″(x)'],
  ordersLabel: 'Function and derivatives shown',

  bar: {
    curves: 'Curves on the plot',
    add: 'Add',
    remove: (name: string) => `Remove ${name}`,
    removed: (name: string) => `${name} removed.`,
  },

  picker: {
    title: 'Choose activations',
    search: 'Search by name, e.g. swish or nn.SiLU',
    chosen: (count: number, most: number) => `${count} of at most ${most} curves`,
    nothing: (query: string) => `No activation is called “${query}”.`,
  },

  parameters: {
    title: (name: string) => `Parameters of ${name}`,
    duplicate: 'Add a copy',
    duplicateHint: 'Put the same activation on the plot once more, to compare two settings',
  },

  stage: {
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit',
    fitHint: 'Fit the vertical axis to the curves',
    equal: '1 : 1',
    equalHint: 'One unit is as long vertically as horizontally',
    helpMouse: 'Drag to pan, Ctrl + wheel to zoom, click or arrow keys to move the probe.',
    helpTouch: 'One finger moves the probe, two fingers pan and zoom.',
    export: 'Export',
    svg: 'Picture as SVG',
    png: 'Picture as PNG',
    csv: 'Data as CSV',
    json: 'Data as JSON',
  },

  probe: {
    label: 'Probe',
    field: 'Probe at x =',
    caption: 'Values at the probe',
    curve: 'Curve',
    at: (x: string) => `At x = ${x}`,
    reading: (name: string, value: string, slope: string) => `${name} ${value}, slope ${slope}`,
  },

  options: {
    tangent: 'Tangent',
    zones: 'Shade saturation',
    threshold: 'Saturated where |f′| is below',
    cobweb: 'Cobweb between the curve and y = x',
  },

  plot: {
    curvesLabel: (names: string) => `Curves of ${names}`,
    extent: (left: string, right: string, bottom: string, top: string) =>
      `Horizontal axis from ${left} to ${right}, vertical axis from ${bottom} to ${top}.`,
    interval: (from: string, to: string) => `${from} to ${to}`,
    saturated: (name: string, threshold: string, intervals: string) =>
      intervals === ''
        ? `${name} saturates nowhere in sight (|f′| below ${threshold}).`
        : `${name} saturates (|f′| below ${threshold}) for x from ${intervals}.`,
  },

  card: {
    yes: 'yes',
    no: 'no',
    none: 'none',
    range: 'Range',
    monotone: 'Monotone',
    symmetry: 'Symmetry',
    symmetries: { odd: 'odd', even: 'even', none: 'none' },
    zeroCentred: 'Zero-centred',
    saturates: 'Saturates',
    bothSides: 'on both sides',
    left: 'on the left',
    right: 'on the right',
    noSide: 'nowhere',
    kinks: 'Corners and jumps',
    largest: 'Largest f′',
    smallest: 'Smallest f′',
    attainedAt: (value: string, x: string) => `${value} at x = ${x}`,
    lipschitz: 'Lipschitz constant',
    notLipschitz: 'none: f jumps or f′ is unbounded',
    unbounded: 'none, unbounded',
    fixedPoints: 'Fixed points',
    fixedPoint: (x: string, slope: string, attracts: boolean) =>
      `x = ${x}, slope ${slope}, ${attracts ? 'attracts' : 'does not attract'}`,
    identityOn: (interval: string) => `every x in ${interval}`,
    error: 'Error bound',
    ulp: (ulp: string) => (ulp === '0' ? 'exact' : `${ulp} ULP`),
    ulpOr: (ulp: string, absolute: string) => `${ulp} ULP or ${absolute}`,
    bounds: (value: string, derivative: string, second: string) =>
      `f ${value}; f′ ${derivative}; f″ ${second}`,
    code: 'Framework',
    codeIn: (framework: string) => `In ${framework}`,
    frameworks: { pytorchModule: 'torch.nn', pytorch: 'torch', keras: 'Keras', jax: 'JAX', onnx: 'ONNX' },
    paper: 'Paper:',
  },

  distribution: {
    title: 'Inputs',
    lead: (name: string) =>
      `Random inputs go up to the curve of ${name} and across to the right: that is what the next layer sees.`,
    source: 'Distribution of the inputs',
    sources: { normal: 'Normal', uniform: 'Uniform' },
    mean: 'Mean μ',
    deviation: 'Standard deviation σ',
    lower: 'Lower end a',
    upper: 'Upper end b',
    seed: 'Seed',
    inputs: 'inputs x',
    outputs: 'outputs f(x)',
    slopesTitle: 'Gradients f′(x) that these inputs meet, in percent',
    plotLabel: (name: string) => `Distribution of inputs and outputs of ${name}`,
    slopeLabel: (name: string) => `Distribution of the gradients of ${name}`,
    allSamples: 'samples',
    saturatedSamples: (threshold: string) => `of these with |f′| < ${threshold}`,
    statistics: (count: string) => `${count} samples`,
    average: 'Mean',
    variance: 'Variance',
    smallest: 'Min',
    largest: 'Max',
    findings: 'What this means',
    saturated: (share: string, threshold: string) =>
      `${share} of the inputs saturate (|f′| below ${threshold}).`,
    dead: (share: string) => `For ${share} the gradient is exactly 0: nothing flows back.`,
    noneDead: 'The gradient is exactly 0 for none of them.',
    forward: (ratio: string) => `Forwards, the variance is multiplied by ${ratio}.`,
    backward: (factor: string) =>
      `Backwards, the variance of the gradient is multiplied by ${factor}, the mean of f′².`,
    moments: (name: string, mean: string, variance: string) => `${name}: mean ${mean}, variance ${variance}.`,
  },

  neuron: {
    title: 'The neuron',
    lead: 'One neuron computes f(w·x + b). The weight stretches or mirrors the curve, the bias moves it.',
    weight: 'Weight w',
    bias: 'Bias b',
    workings: (name: string, x: string) => `${name}, worked out at x = ${x}`,
    switchPoint: 'x = −b/w',
    switchAt: (x: string) => `The pre-activation w·x + b changes its sign at x = ${x}.`,
    noSwitch: 'The weight is 0: the neuron ignores its input.',
    plotLabel: (weight: string, bias: string) => `Output of a neuron with weight ${weight} and bias ${bias}`,
    reading: (name: string, value: string, slope: string) => `${name}: output ${value}, slope ${slope}`,
  },

  composition: {
    title: 'Iteration: f(f(… f(x)))',
    lead: 'f is composed with itself: a signal that passes n layers of one neuron each, with weight 1 and bias 0. Its gradient is the product of all slopes on the way.',
    times: 'Number of times n',
    table: 'Value and gradient after each step',
    verdict: (times: number, x: string, value: string, slope: string) =>
      `After ${countOf(times, 'step')}, x = ${x} has become ${value} and its gradient ${slope}.`,
    plotLabel: (name: string) => `Curve of ${name}, the function composed with itself`,
  },

  comparison: {
    title: 'Exact and approximate',
    lead: 'Cheaper forms are used in place of exact ones. How far off are they, and where?',
    exact: 'Exact',
    approximation: 'Approximation',
    difference: 'difference',
    verdict: (left: string, right: string, size: string, at: string, slopeSize: string, slopeAt: string) =>
      `From ${left} to ${right}, the values differ by at most ${size} (at x = ${at}), the derivatives by at most ${slopeSize} (at x = ${slopeAt}).`,
    plotLabel: (exact: string, approximation: string) => `Curves of ${exact} and ${approximation}`,
    errorLabel: 'Difference, approximation minus exact',
    reading: (x: string, value: string, slope: string) =>
      `At x = ${x} the values differ by ${value}, the derivatives by ${slope}`,
  },

  gradient: {
    title: 'Three ways to f′',
    lead: 'A derivative written by hand can be wrong. Two other ways, which share nothing with it, have to give the same number.',
    analytic: 'Analytic',
    analyticHow: 'the formula of f′, in float32, as it is used',
    automatic: 'Automatic',
    automaticHow: 'the chain rule applied to the code of f, in float64',
    finite: 'Finite difference',
    finiteHow: '(f(x + h) − f(x − h)) / 2h, in float64',
    toAutomatic: '|an. − aut.|',
    toFinite: '|an. − fin.|',
    automaticShort: 'aut.',
    finiteShort: 'fin.',
    step: (h: string) =>
      `h = ${h}. The finite difference is itself off by about h²; float32 holds about 7 digits.`,
    atKink:
      '* The function has a corner or jump here, so there is no derivative: the analytic value is the one PyTorch uses, the automatic one follows one branch of the code, and the finite difference is the mean of both sides.',
    sweepTitle: (name: string) => `${name} over the window`,
    sweep: (points: number, left: string, right: string, automatic: string, finite: string) =>
      `At ${points} points from ${left} to ${right} the analytic derivative is off the automatic one by at most ${automatic}, and off the finite difference by at most ${finite}.`,
    differences: 'differences',
    differencesLabel: (name: string) => `Differences between the derivatives of ${name}`,
    leftOut: (count: number) => `${countOf(count, 'point')} next to a corner or jump left out.`,
  },

  cost: {
    lead: 'Is ReLU really cheap? Measure it here: nanoseconds per value, by our WebAssembly core and by the plain JavaScript loop one would write first.',
    start: 'Measure all activations',
    again: 'Measure again',
    progress: 'Measurements done',
    measuring: (name: string, done: number, all: number) => `${name} (${done} of ${all})`,
    done: 'All activations are measured.',
    failed: (reason: string) => `The measurement stopped: ${reason}`,
    workload: 'Compute',
    workloads: { value: 'f', both: 'f and f′' },
    sort: 'Order',
    sorts: { cost: 'by cost', catalogue: 'by family' },
    core: 'WebAssembly',
    naive: 'JavaScript loop',
    ratio: 'Ratio',
    activation: 'Activation',
    caption: (workload: string) => `Nanoseconds per value of ${workload}`,
    finding: (cheap: string, cheapCost: string, dear: string, dearCost: string, ratio: string) =>
      `Cheapest here: ${cheap} with ${cheapCost} ns per value. Dearest: ${dear} with ${dearCost} ns, ${ratio} times as much.`,
    how: 'Each number is the fastest of seven slices of a few milliseconds over 16,384 values, array in and array out, on this device, now. Other tabs, power saving and a coarse clock disturb it.',
  },
} as const;
