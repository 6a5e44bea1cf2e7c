import { ClimbChart } from "../numbers/charts/climb-chart.tsx";
import { HappinessChart } from "../numbers/charts/happiness-chart.tsx";
import { PhotosChart } from "../numbers/charts/photos-chart.tsx";
import type { Evening } from "../numbers/use-evening.ts";
import type { Told } from "./told.ts";

const LOW = { width: 760, height: 190 };
const HIGH = { width: 760, height: 330 };

/** How the evening went, drawn. */
export function ChartLeaf({ evening, told }: { readonly evening: Evening; readonly told: Told }) {
  const { language, words } = told;
  const { numbers, climb } = evening;
  return (
    <section className="leaf">
      <h2 className="keepsake__heading">{words.inNumbers}</h2>
      <PhotosChart numbers={numbers} language={language} paper={LOW} />
      <HappinessChart numbers={numbers} language={language} paper={LOW} />
      <ClimbChart numbers={numbers} climb={climb} language={language} paper={HIGH} />
    </section>
  );
}
