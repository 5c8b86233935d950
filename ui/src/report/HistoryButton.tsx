// The way from what is being edited to its history.
import { useNavigation } from "../file";
import { IconButton } from "../parts";
import { useWords } from "../words";

/** Opens the history of a row with everything in it. */
export function HistoryButton({ about }: { about: string }) {
  const say = useWords();
  const { open } = useNavigation();
  return (
    <IconButton
      icon="history"
      label={say("ui-changes")}
      keys={say("ui-keys-history")}
      onPress={() => void open({ view: "history", about })}
    />
  );
}
