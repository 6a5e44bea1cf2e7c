import * as z from "zod";

/** A rich menu as it was created; what its areas may hold is checked before it gets here. */
export const richMenuSchema = z.object({
  richMenuId: z.string(),
  size: z.object({ width: z.number(), height: z.number() }),
  selected: z.boolean(),
  name: z.string(),
  chatBarText: z.string(),
  areas: z.array(z.looseObject({})),
});

export type RichMenu = z.infer<typeof richMenuSchema>;

export const aliasSchema = z.object({ richMenuAliasId: z.string(), richMenuId: z.string() });

/** A name that a tab of a menu switches by; it can be pointed elsewhere. */
export type RichMenuAlias = z.infer<typeof aliasSchema>;
