import type { EventTemplateId } from "#domain/event-templates";

/** Two cups, a fan and a lantern, in the lines of the house. Decoration. */
export function TemplatePicture({ template }: { readonly template: EventTemplateId }) {
  return (
    <svg className="template-picture" viewBox="0 0 64 40" aria-hidden="true">
      {pictures[template]}
    </svg>
  );
}

const pictures = {
  wedding: (
    <>
      <path className="template-picture__gold" d="M13 31c8 5 30 5 38 0" />
      <path d="M15 8l4 13a7 7 0 0 0 13-4L28 4zM24 25l3 8M22 35l9-3" />
      <path d="M49 8l-4 13a7 7 0 0 1-13-4l4-13zM40 25l-3 8M42 35l-9-3" />
    </>
  ),
  "coming-of-age": (
    <>
      <path d="M32 36L10 18a28 28 0 0 1 44 0z" />
      <path className="template-picture__gold" d="M32 36L18 12M32 36l-5-28M32 36l5-28M32 36l14-24" />
      <path d="M32 36c3 2 6 2 8 0" />
    </>
  ),
  "company-party": (
    <>
      <path d="M22 10h20M22 30h20M24 10c-7 5-7 15 0 20M40 10c7 5 7 15 0 20" />
      <path className="template-picture__gold" d="M20 15h24M18.5 20h27M20 25h24M32 30v6" />
      <path d="M32 4v6" />
    </>
  ),
} as const satisfies Record<EventTemplateId, unknown>;
