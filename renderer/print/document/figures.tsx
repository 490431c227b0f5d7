import type { BlockOf, FishCause } from '#shared/domain/documents/content.ts';

function Causes({ causes }: { readonly causes: readonly FishCause[] }) {
  return (
    <ul className="dp-causes">
      {causes.map((cause) => (
        <li key={cause.id} data-root={cause.root}>
          {cause.text}
          {cause.causes.length > 0 ? <Causes causes={cause.causes} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** A drawing of plain data; what it shows in words is its name. */
export function FigureView({ block }: { readonly block: BlockOf<'figure'> }) {
  const { figure, label } = block;
  if (figure.type === 'radar') return <p className="rp-p">{label}</p>;
  return (
    <div>
      <p className="rp-p">{figure.problem}</p>
      {figure.branches.map((branch) => (
        <div key={branch.id}>
          <h3 className="rp-h3">{branch.label}</h3>
          <Causes causes={branch.causes} />
        </div>
      ))}
    </div>
  );
}
