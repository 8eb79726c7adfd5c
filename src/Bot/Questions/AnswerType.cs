namespace Bot.Questions;

/// <summary>What kind of thing the answer is: what a sentence must hold to be one.</summary>
internal enum AnswerType
{
    /// <summary>Anything: no kind is asked for, or none that can be told.</summary>
    Any,
    Person,
    Time,
    Duration,
    Place,
    Number,
}
