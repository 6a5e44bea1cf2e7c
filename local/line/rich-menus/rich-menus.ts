import { randomBytes } from "node:crypto";
import type { Content, ContentStore } from "../memory/content-store.ts";
import type { LiveFeed } from "../memory/live-feed.ts";
import type { Shelf } from "../memory/shelf.ts";
import type { RichMenu, RichMenuAlias } from "./rich-menu-schema.ts";

/** What LINE's own "all users" stands for in the links. */
const EVERYBODY = "all";

export interface RichMenuShelves {
  readonly menus: Shelf<RichMenu>;
  readonly aliases: Shelf<RichMenuAlias>;
  /** Menu ids by user id, the default under `all`. */
  readonly links: Shelf<string>;
  readonly images: ContentStore;
}

/** The menus below the chat: what they are, what they are called and who sees which. */
export class RichMenus {
  readonly #shelves: RichMenuShelves;
  readonly #feed: Pick<LiveFeed, "publish">;

  constructor(shelves: RichMenuShelves, feed: Pick<LiveFeed, "publish">) {
    this.#shelves = shelves;
    this.#feed = feed;
  }

  list(): RichMenu[] {
    return this.#shelves.menus.values();
  }

  find(richMenuId: string): RichMenu | undefined {
    return this.#shelves.menus.get(richMenuId);
  }

  create(menu: Omit<RichMenu, "richMenuId">): RichMenu {
    const created = { richMenuId: `richmenu-${randomBytes(16).toString("hex")}`, ...menu };
    this.#shelves.menus.set(created.richMenuId, created);
    return created;
  }

  /** Aliases of it stay and lead nowhere. */
  delete(richMenuId: string): void {
    this.#shelves.menus.delete(richMenuId);
    this.#shelves.images.delete(richMenuId);
    this.#changed();
  }

  image(richMenuId: string): Content | undefined {
    return this.#shelves.images.get(richMenuId);
  }

  setImage(richMenuId: string, image: Buffer): void {
    this.#shelves.images.put(richMenuId, image);
  }

  aliases(): RichMenuAlias[] {
    return this.#shelves.aliases.values();
  }

  alias(richMenuAliasId: string): RichMenuAlias | undefined {
    return this.#shelves.aliases.get(richMenuAliasId);
  }

  saveAlias(alias: RichMenuAlias): void {
    this.#shelves.aliases.set(alias.richMenuAliasId, alias);
  }

  deleteAlias(richMenuAliasId: string): void {
    this.#shelves.aliases.delete(richMenuAliasId);
  }

  /** Without a user: the menu of everybody who has none of their own. A link to a deleted menu is none. */
  linked(userId = EVERYBODY): RichMenu | undefined {
    return this.find(this.#shelves.links.get(userId) ?? "");
  }

  link(richMenuId: string, userId = EVERYBODY): void {
    this.#shelves.links.set(userId, richMenuId);
    this.#changed();
  }

  unlink(userId = EVERYBODY): void {
    this.#shelves.links.delete(userId);
    this.#changed();
  }

  #changed(): void {
    this.#feed.publish({ type: "rich-menus" });
  }
}
