import "./landing.css";

/** Where somebody lands without the address of a board or a photo. */
export function Landing({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <main className="landing">
      <p className="landing__mark" aria-hidden="true">
        笑顔
      </p>
      <h1 className="landing__title">{title}</h1>
      <p className="landing__hint">{hint}</p>
    </main>
  );
}
