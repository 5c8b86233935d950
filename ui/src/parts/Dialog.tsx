// A question or a task that must be finished before the rest of the window goes on.
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useWords } from "../words";
import { Button, type ButtonTone, IconButton } from "./Button";
import "./dialog.css";

/** A dialog over the window. */
export interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Escape, the cross, or pressing outside. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the one that goes ahead last. */
  actions?: ReactNode;
  width?: "narrow" | "normal" | "wide";
  /** Read out at once, for what the person must decide. */
  isAlert?: boolean;
}

/** A dialog over the window. Focus stays inside it and goes back to where it came from. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  width = "normal",
  isAlert = false,
}: DialogProps) {
  const say = useWords();
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert}
    >
      <Modal className={`dialog dialog-${width}`}>
        <AriaDialog className="dialog-body" role={isAlert ? "alertdialog" : "dialog"}>
          <header className="dialog-top">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={say("ui-close")} onPress={onClose} />
          </header>
          <div className="dialog-content">{children}</div>
          {actions && <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A question with two answers. */
export interface ConfirmProps {
  title: string;
  /** What will happen, in a sentence. */
  sentence: ReactNode;
  isOpen: boolean;
  /** The words on the button that goes ahead: a verb. */
  confirm: string;
  tone?: ButtonTone;
  onConfirm: () => void;
  onCancel: () => void;
}

/** A question with two answers; the safe one has focus first. */
export function Confirm({
  title,
  sentence,
  isOpen,
  confirm,
  tone = "primary",
  onConfirm,
  onCancel,
}: ConfirmProps) {
  const say = useWords();
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onCancel}
      width="narrow"
      isAlert
      actions={
        <>
          <Button onPress={onCancel} autoFocus>
            {say("ui-cancel")}
          </Button>
          <Button tone={tone} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{sentence}</p>
    </Dialog>
  );
}
