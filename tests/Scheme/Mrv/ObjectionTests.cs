using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Allocation;

namespace Tanheng.Scheme.Tests.Mrv;

/// <summary>
/// 7 working days to object, 10 to answer; the calendar of the test market has weekends and no holidays.
/// </summary>
public sealed class ObjectionTests
{
    [Fact]
    public void An_objection_is_heard_for_7_working_days_and_answered_in_10()
    {
        // Told on Friday 1 July 2022: 4, 5, 6, 7, 8, 11 and 12 July are the seven working days.
        var plant = Stated("2022-07-01 09:00");
        var market = plant.Market.At("2022-07-12 23:59");

        var filed = market.Do(Object(plant), by: "rep1").OfType<ObjectionFiled>().Single();

        filed.Number.ShouldBe(1);
        filed.AnswerBy.ShouldBe(new DateOnly(2022, 7, 26)); // 13–15, 18–22, 25, 26 July
        market.Refuse(Object(plant), by: "rep1").ShouldBe(MrvRefusals.ObjectionOpen);
        market.At("2022-07-26 23:59").Do(new AnswerObjection(1, false, "the figures stand"))
            .OfType<ObjectionAnswered>().Single().Late.ShouldBeFalse();
        market.Refuse(new AnswerObjection(1, true, "again")).ShouldBe(MrvRefusals.ObjectionAnswered);
        market.ShouldReplay();
    }

    [Fact]
    public void The_day_after_the_seventh_is_too_late()
    {
        var plant = Stated("2022-07-01 09:00");
        plant.Market.At("2022-07-13 00:00");
        plant.Market.Refusal(Object(plant), by: "rep1")["until"].ShouldBe("2022-07-12");
    }

    [Fact]
    public void A_late_answer_is_marked()
    {
        var plant = Stated("2022-07-01 09:00");
        var market = plant.Market;
        market.Do(Object(plant), by: "rep1");
        market.At("2022-07-16 00:00").Do(new AnswerObjection(1, true, "to be corrected"))
            .OfType<ObjectionAnswered>().Single().Late.ShouldBeTrue(); // ten working days end on 15 July
        market.State.Mrv.Objections[0].Upheld.ShouldBe(true);
    }

    [Fact]
    public void An_allocation_can_be_objected_to_from_the_day_it_was_decided()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        var objection = new FileObjection(plant.Id, ObjectionSubject.Allocation, Plant.P2021, "wrong class");
        market.Refuse(objection, by: "rep1").ShouldBe(MrvRefusals.NothingToObjectTo);
        plant.Accepted(2021);
        market.Do(new AllocateFinal(plant.Id, Plant.P2021));
        market.Do(objection, by: "rep1");
    }

    [Fact]
    public void Refusals_come_in_their_order()
    {
        var plant = Plant.InNewMarket();
        var market = plant.Market;
        market.Refuse(Object(plant) with { Text = "" }, by: "rep1").ShouldBe(RegistryRefusals.TextMissing);
        market.Refuse(Object(plant), by: "rep1").ShouldBe(MrvRefusals.NothingToObjectTo);
        market.Refuse(new AnswerObjection(1, true, "why")).ShouldBe(MrvRefusals.ObjectionUnknown);
        market.Refuse(new AnswerObjection(0, true, "why")).ShouldBe(MrvRefusals.ObjectionUnknown);
        plant.Submit(2021, plant.Line(0, 1, 1)).Verify(2021);
        market.Do(Object(plant), by: "rep1");
        market.Refuse(new AnswerObjection(1, true, " ")).ShouldBe(RegistryRefusals.TextMissing);
    }

    private static Plant Stated(string at)
    {
        var plant = Plant.InNewMarket();
        plant.Market.At(at);
        return plant.Submit(2021, plant.Line(0, 1_000, 1_000)).Verify(2021);
    }

    private static FileObjection Object(Plant plant) =>
        new(plant.Id, ObjectionSubject.Verification, Plant.P2021, "the belt scale was calibrated");
}
