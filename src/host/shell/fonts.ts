// Each file holds a slice of the letters: a page fetches only the slices that it shows.
import "@fontsource-variable/noto-sans-jp/wght.css";
import "@fontsource-variable/noto-sans-tc/wght.css";
