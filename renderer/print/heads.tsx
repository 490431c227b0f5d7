/** Heads of sheets: the firm's own name and how to reach it. */

export interface Company {
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly tax_no: string | null;
  readonly logo: string | null;
}

interface LetterheadProps {
  readonly company: Company | null;
  /** Who writes, where no firm is known. */
  readonly writer: string | null;
  /** Words before the phone and the tax number. */
  readonly words: { readonly phone: string; readonly taxNo: string };
}

/** On the first page. Without a firm there is no band: the name of the writer alone, or nothing. */
export function Letterhead({ company, writer, words }: LetterheadProps) {
  if (company === null)
    return writer === null ? null : (
      <header className="rp-head rp-head-plain">
        <p className="rp-writer">{writer}</p>
      </header>
    );
  const contact = [
    company.address,
    company.phone && `${words.phone} ${company.phone}`,
    company.email,
    company.tax_no && `${words.taxNo} ${company.tax_no}`,
  ].filter((part) => part !== null && part !== '');
  return (
    <header className="rp-head">
      {company.logo ? <img className="rp-logo" src={company.logo} alt="" /> : null}
      <div className="rp-firm">
        <p className="rp-firm-name">{company.name}</p>
        {contact.length > 0 ? (
          <p className="rp-firm-contact">
            {contact.map((part) => (
              <span key={part}>{part}</span>
            ))}
          </p>
        ) : null}
      </div>
    </header>
  );
}

/** Words with a hyphen, such as “fit-out”; longer ones may break, else they would not fit. */
const HYPHENATED = /(?<=^|\s)([A-Za-z]{1,10}(?:-[A-Za-z]{1,10})+)(?=[\s,.:;)]|$)/;

/** The title of a paper: at its size a line that ends inside of “fit-out” looks like a mistake. */
export function PaperTitle({ text }: { readonly text: string }) {
  let at = 0;
  const parts = text.split(HYPHENATED).map((part) => {
    const start = at;
    at += part.length;
    return { part, start };
  });
  return (
    <h1 className="rp-h1">
      {parts.map(({ part, start }, n) =>
        n % 2 === 0 ? (
          part
        ) : (
          <span key={start} className="rp-word">
            {part}
          </span>
        ),
      )}
    </h1>
  );
}

interface RunningHeadProps {
  readonly company: Company | null;
  readonly title: string;
  readonly detail: string;
}

/** On every other page; screen readers have heard it. */
export function RunningHead({ company, title, detail }: RunningHeadProps) {
  return (
    <div className="rp-head rp-head-running" aria-hidden="true">
      {company?.logo ? <img className="rp-logo" src={company.logo} alt="" /> : null}
      {company === null ? null : <p className="rp-running-firm">{company.name}</p>}
      <p className="rp-running-title">
        <span className="rp-running-name">{title}</span>
        <span>{detail}</span>
      </p>
    </div>
  );
}

/** The foot of a sheet: what it is on the left, the page on the right. */
export function SheetFoot({ page, parts }: { readonly page: number; readonly parts: readonly string[] }) {
  return (
    <footer className="rp-foot" aria-hidden={page > 1}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </footer>
  );
}
