/** SVG path data of a closed polygon around the origin, its corners given in units of the radius. */
function polygon(...corners: readonly (readonly [x: number, y: number])[]): string {
  return `M${corners.map(([x, y]) => `${x},${y}`).join('L')}Z`;
}

function regular(count: number, radius: number, turn: number, inner = radius): string {
  const corners = Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * (index + turn)) / count;
    const reach = index % 2 === 0 ? radius : inner;
    const round = (value: number): number => Number((reach * value).toFixed(3));
    return [round(Math.sin(angle)), round(-Math.cos(angle))] as const;
  });
  return polygon(...corners);
}

const circle = 'M-1,0A1,1 0 1 1 1,0A1,1 0 1 1 -1,0Z';
const plus = polygon(
  [-0.4, -1.15],
  [0.4, -1.15],
  [0.4, -0.4],
  [1.15, -0.4],
  [1.15, 0.4],
  [0.4, 0.4],
  [0.4, 1.15],
  [-0.4, 1.15],
  [-0.4, 0.4],
  [-1.15, 0.4],
  [-1.15, -0.4],
  [-0.4, -0.4],
);

/**
 * Marks for the points of a scatter plot, one a class, told apart by shape alone: SVG path data around the origin with a radius
 * of about 1, of about equal weight to the eye.
 */
export const MARKS: readonly string[] = [
  circle,
  regular(4, 1.25, 0),
  regular(3, 1.3, 0),
  regular(4, 1.25, 0.5),
  plus,
  regular(3, 1.3, 0.5),
  regular(10, 1.35, 0, 0.55),
  regular(6, 1.1, 0),
  regular(8, 1.4, 0, 0.5),
  regular(5, 1.15, 0),
];
