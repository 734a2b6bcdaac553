import { useLanguage, type Words } from "../lib/language.tsx";

/** The headings of a list of amounts: what its rows are, then its numbers, and room for a bar where the rows have one. */
export function Headings({
  row,
  numbers,
  hasBars = false,
}: {
  readonly row: Words;
  readonly numbers: readonly Words[];
  readonly hasBars?: boolean;
}) {
  const { say } = useLanguage();
  return (
    <thead>
      <tr>
        <th scope="col">{say(row)}</th>
        {numbers.map((words) => (
          <th key={words.en} scope="col" className="number">
            {say(words)}
          </th>
        ))}
        {hasBars ? <td className="bar" /> : null}
      </tr>
    </thead>
  );
}
