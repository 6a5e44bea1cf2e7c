// Phones bring their own Japanese and Chinese letters; these are for machines that do not. Loaded after the page has
// appeared, and of the letters only the slices that it shows.
import "@fontsource-variable/noto-sans-jp/wght.css";
import "@fontsource-variable/noto-sans-tc/wght.css";
