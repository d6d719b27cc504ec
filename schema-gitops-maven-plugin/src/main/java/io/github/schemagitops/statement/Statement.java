package io.github.schemagitops.statement;

/**
 * What one SQL statement says, as far as rules care. Names are normalised, data types have one
 * spelling, and every statement knows which of its words to point at.
 */
public sealed interface Statement
    permits AlterDomain,
        AlterEnum,
        AlterTable,
        CallRoutine,
        CommentOn,
        CreateDomain,
        CreateIndex,
        CreateObject,
        CreateRoutine,
        CreateTable,
        CreateTrigger,
        CreateType,
        CreateView,
        DefinePolicy,
        Dml,
        DoBlock,
        DropObject,
        LockTable,
        Maintenance,
        NotAnalysed,
        OtherStatement,
        RenameObject,
        RunText,
        SetSearchPath,
        SetText,
        SetVariable,
        TransactionControl {

  /** The words that say what is done, for instance {@code CREATE INDEX}. */
  Span span();
}
