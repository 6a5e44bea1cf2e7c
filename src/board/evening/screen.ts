import type { BoardState } from "#domain/board";
import { everyPhotoOf, noneListed } from "#domain/every-photo";
import { watchSource } from "../../backend/watch-source.ts";
import { watchListedPhotos } from "../watch-listed-photos.ts";
import type { Dice } from "./dice.ts";
import type { EveningServer } from "./evening-server.ts";
import { ScreenJudge } from "./screen-judge.ts";
import { TornNetwork, type Weather } from "./torn-network.ts";

/** A board's page, without what React draws of it, behind a torn network and before a judge. */
export class Screen {
  readonly boardId: string;
  readonly network: TornNetwork;
  readonly judge: ScreenJudge;
  /** Null: it shows nothing. */
  state: BoardState | null = null;
  isConnected = false;
  #listed = noneListed;
  readonly #stops: readonly (() => void)[];

  constructor(server: EveningServer, dice: Dice, weather: Weather) {
    this.boardId = server.event.boardId;
    this.judge = new ScreenJudge(server);
    this.network = new TornNetwork(server, this.boardId, dice, weather, this.judge);
    this.#stops = [
      watchSource(this.network, {
        onBoard: (state) => {
          this.state = state;
          this.look();
        },
        onUnknown: () => {
          this.state = null;
          this.judge.onUnknown();
        },
        onConnection: (isConnected) => {
          this.isConnected = isConnected;
        },
      }),
      watchListedPhotos(this.network.readPage, (listed) => {
        this.#listed = listed;
        this.look();
      }),
    ];
  }

  look(): void {
    if (this.state !== null) this.judge.look(this.state, this.#listed);
  }

  everyPhoto() {
    return this.state === null ? [] : everyPhotoOf(this.state, this.#listed);
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }
}
