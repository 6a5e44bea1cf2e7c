import { awsPrices, PRICES_AS_OF, type PricedRegion } from "#domain/aws-prices";
import { costOf, costParts } from "#domain/cost";
import { usageOfRehearsal, usualEvening } from "#domain/rehearsal-cost";
import type { RehearsalReport } from "#domain/rehearsal-report";
import { regionName } from "#domain/words/region-name";
import { inDollars } from "./in-dollars.ts";
import { useRehearsalWords } from "./use-rehearsal-words.ts";

const regions: readonly PricedRegion[] = ["ap-northeast-1", "us-east-1"];

interface Props {
  readonly report: RehearsalReport;
  readonly guests: number;
}

/** H7: what such an evening would cost, in each region, part by part. */
export function CostTable({ report, guests }: Props) {
  const { words, language } = useRehearsalWords();
  const usage = usageOfRehearsal(report, { guests });
  const costs = regions.map((region) => ({
    region,
    name: regionName(region, language),
    cost: costOf(usage, awsPrices[region]),
  }));
  const day = new Date(PRICES_AS_OF).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
  const { openMinutes, screens, retentionDays } = usualEvening;
  return (
    <>
      <h3>{words.cost}</h3>
      <p className="rehearsal__note">{words.costHint(day)}</p>
      <table className="rehearsal__table rehearsal__table--cost">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{words.cost}</span>
            </th>
            {costs.map(({ region, name }) => (
              <th key={region} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {costParts.map((part) => (
            <tr key={part}>
              <th scope="row">{words.costParts[part]}</th>
              {costs.map(({ region, cost }) => (
                <td key={region}>{inDollars(cost[part], language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {costs.map(({ region, cost }) => (
              <td key={region}>{inDollars(cost.total, language)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="rehearsal__note">
        {words.costBasis({ hours: openMinutes / 60, screens, days: retentionDays })}
      </p>
    </>
  );
}
