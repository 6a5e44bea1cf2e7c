import { useParams } from "react-router";

/** The event that the address names. */
export function useEventId(): string {
  const { eventId } = useParams();
  if (eventId === undefined) throw new Error("this page stands at no event's address");
  return eventId;
}
