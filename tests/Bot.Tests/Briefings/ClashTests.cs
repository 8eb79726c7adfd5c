using CsCheck;

namespace Bot.Tests.Briefings;

public sealed class ClashTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private static string Record(object id, string text) => $$"""{"id":"{{id}}","title":"Talks","text":"{{text}}"}""";

    [Fact]
    public void Of_two_files_with_one_id_the_first_by_path_has_it()
    {
        desk.Lines("b.jsonl", Record(42, "In b."));
        desk.Lines("a.jsonl", Record(42, "In a."));
        desk.Sweep();
        Assert.Equal(["42", "b.jsonl/42"], desk.Ids);
        Assert.Equal("In a.", desk.Text("42"));
        Assert.Equal("""b.jsonl, line 1, has the id "42" of another briefing and is called "b.jsonl/42".""", Assert.Single(desk.Warnings));
    }

    [Fact]
    public void Twice_in_one_file_the_second_has_its_line_behind_it()
    {
        desk.Lines("news.jsonl", Record(42, "One."), Record(7, "Other."), Record(42, "Two."));
        desk.Sweep();
        Assert.Equal(["42", "7", "news.jsonl/42#3"], desk.Ids);
        Assert.Single(desk.Warnings);
    }

    [Fact]
    public void Who_has_the_id_does_not_depend_on_which_file_came_first()
    {
        desk.Lines("b.jsonl", Record(42, "In b."));
        desk.Sweep();
        Assert.Equal("In b.", desk.Text("42"));
        desk.Lines("a.jsonl", Record(42, "In a."));
        desk.Sweep();
        Assert.Equal(["In a.", "In b."], [desk.Text("42")!, desk.Text("b.jsonl/42")!]);
        desk.Sweep();
        Assert.Empty(desk.Changes);
        desk.Delete("a.jsonl");
        desk.Sweep();
        Assert.Equal(["42"], desk.Ids);
        Assert.Equal("In b.", desk.Text("42"));
        Assert.Empty(desk.Warnings);
    }

    [Fact]
    public void A_record_that_leaves_its_file_frees_its_id()
    {
        desk.Lines("a.jsonl", Record(42, "In a."), Record(1, "Stays."));
        desk.Lines("b.jsonl", Record(42, "In b."));
        desk.Sweep();
        desk.Lines("a.jsonl", Record(1, "Stays."));
        desk.Sweep();
        Assert.Equal(["1", "42"], desk.Ids);
        Assert.Equal("In b.", desk.Text("42"));
    }

    [Fact]
    public void A_files_path_goes_before_a_records_id()
    {
        desk.Lines("a.jsonl", Record("talks.txt", "The record."));
        desk.Sweep();
        desk.Write("talks.txt", "The file.");
        desk.Sweep();
        Assert.Equal(["a.jsonl/talks.txt", "talks.txt"], desk.Ids);
        Assert.Equal("The file.", desk.Text("talks.txt"));
    }

    [Fact]
    public void Three_with_one_id_and_one_made_to_look_like_the_others_all_have_an_id()
    {
        desk.Lines("a.jsonl", Record(42, "A."), Record("b.jsonl/42", "Made to look so."));
        desk.Lines("b.jsonl", Record(42, "B."), Record(42, "B again."));
        desk.Lines("c.jsonl", Record(42, "C."));
        desk.Sweep();
        Assert.Equal(["42", "b.jsonl/42", "b.jsonl/42#1", "b.jsonl/42#2", "c.jsonl/42"], desk.Ids);
    }

    [Fact]
    public void A_renamed_file_of_records_changes_nothing()
    {
        desk.Lines("a.jsonl", Record(1, "One."), Record(2, "Two."));
        desk.Sweep();
        desk.Move("a.jsonl", "b.jsonl");
        desk.Sweep();
        Assert.Empty(desk.Changes);
        Assert.Equal("b.jsonl", desk.Find("1").File);
        Assert.Equal(["1", "2"], desk.Ids);
        desk.Sweep();
        Assert.Empty(desk.Opened);
    }

    [Fact]
    public void The_order_of_arrival_never_matters() => Check.Sample(
        Gen.Shuffle((string[])["a.jsonl", "b.jsonl", "c.jsonl", "d.txt"]),
        order =>
        {
            using var own = new Desk();
            foreach (var name in order)
            {
                if (name.EndsWith(".txt", StringComparison.Ordinal)) own.Write(name, "The file.");
                else own.Lines(name, Record(1, name), Record(name[0], "own"), Record("d.txt", name + " posing"), Record(1, name + " again"));
                own.Sweep();
            }

            Assert.Equal(
                ["1", "a", "a.jsonl/1#4", "a.jsonl/d.txt", "b", "b.jsonl/1", "b.jsonl/1#4", "b.jsonl/d.txt", "c", "c.jsonl/1", "c.jsonl/1#4", "c.jsonl/d.txt", "d.txt"],
                own.Ids);
            Assert.Equal(["a.jsonl", "b.jsonl", "The file."], [own.Text("1")!, own.Text("b.jsonl/1")!, own.Text("d.txt")!]);
            own.Sweep();
            Assert.Empty(own.Changes);
        },
        iter: 24,
        threads: 1);
}
