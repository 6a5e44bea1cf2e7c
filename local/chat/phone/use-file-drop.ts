import { type ClipboardEventHandler, type DragEventHandler, useState } from "react";

export interface FileDrop {
  /** Something hovers over the phone. */
  readonly isOver: boolean;
  readonly target: {
    readonly onDragOver: DragEventHandler;
    readonly onDragLeave: DragEventHandler;
    readonly onDrop: DragEventHandler;
    readonly onPaste: ClipboardEventHandler;
  };
}

/** Takes files that are dropped or pasted. */
export function useFileDrop(take: (files: readonly File[]) => void): FileDrop {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    target: {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event) => {
        // Leaving for a child is not leaving.
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setOver(false);
      },
      onDrop: (event) => {
        event.preventDefault();
        setOver(false);
        take([...event.dataTransfer.files]);
      },
      onPaste: (event) => {
        const files = [...event.clipboardData.files];
        if (files.length > 0) take(files);
      },
    },
  };
}
