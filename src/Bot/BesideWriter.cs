namespace Bot;

/// <summary>What to do when another process writes the same data folder.</summary>
public enum BesideWriter
{
    /// <summary>Refuse to start: two writers on one data folder would undo each other's work.</summary>
    Refuse,

    /// <summary>Read what the other has written so far, and write nothing.</summary>
    ReadOnly,
}
