using FsCheck;
using FsCheck.Fluent;
using Tanheng.Quantities;

namespace Tanheng.Ledger.Tests;

/// <summary>
/// Random plans on the ledger and on <see cref="NaiveLedger"/>: same serials, same refusals, same holdings.
/// </summary>
public class PlanModelTests
{
    private static readonly Asset[] Assets = [Asset.Unit("CEA-2021"), Asset.Unit("CCER"), Asset.Money(Currency.Cny)];

    private static readonly AccountKind[] Founded =
    [
        AccountKind.Issuance, AccountKind.Registry, AccountKind.Trading, AccountKind.Trading,
        AccountKind.Surrendered, AccountKind.Bank, AccountKind.Issuance,
    ];

    [Fact]
    public void Random_plans_do_what_the_naive_ledger_does()
    {
        var numbers = Arb.From(Gen.Choose(0, int.MaxValue).ArrayOf(), ArbMap.Default.ArbFor<int[]>().Shrinker);
        Prop.ForAll(numbers, history => new Run().Play(history))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(600).WithEndSize(100));
    }

    [Fact]
    public void One_long_plan_does_what_the_naive_ledger_does()
    {
        var random = new Random(20210716);
        var run = new Run { OnePlan = true };
        run.Play([.. Enumerable.Range(0, 1500).Select(_ => random.Next())]);
        run.Planned.ShouldBeGreaterThan(400);
        run.LongPlanned.ShouldBeGreaterThan(20);
        run.Refused.Keys.Order().ShouldBe(
        [
            "back-to-issuance", "not-enough", "quantity-not-positive", "same-place", "serials-elsewhere",
            "serials-miscounted", "unknown-account",
        ]);
    }

    private sealed class Run
    {
        private readonly Ledger ledger = new();
        private readonly List<Transaction> pending = [];
        private NaiveLedger naive = new();
        private NaiveLedger naivePlan;
        private Planner planner;

        public Run()
        {
            foreach (var kind in Founded)
            {
                ledger.Open(kind);
                naive.Kinds.Add(kind);
            }

            planner = ledger.Plan();
            naivePlan = naive.Copy();
        }

        public bool OnePlan { get; init; }

        public int Planned { get; private set; }

        public int LongPlanned { get; private set; }

        public Dictionary<string, int> Refused { get; } = [];

        public void Play(int[] history)
        {
            foreach (var number in history)
            {
                var random = new Random(number);
                if (random.Next(12) == 0)
                {
                    planner.Open(AccountKind.Custody).Value.ShouldBe(naivePlan.Kinds.Count + 1);
                    naivePlan.Kinds.Add(AccountKind.Custody);
                }

                Transact(random);
                if (!OnePlan && random.Next(4) == 0)
                {
                    End(apply: random.Next(4) != 0);
                }
            }

            End(apply: true);
        }

        private void Transact(Random random)
        {
            var trial = naivePlan.Copy();
            var drafts = new Draft[random.Next(5) == 0 ? 20 : random.Next(1, 4)];
            var serials = new List<long[]>();
            string? refused = null;
            for (var i = 0; i < drafts.Length; i++)
            {
                drafts[i] = Draw(random, refused is null ? trial : naivePlan, tame: drafts.Length > 4);
                var (why, taken) = refused is null ? trial.Do(drafts[i]) : (refused, []);
                refused ??= why;
                serials.Add(taken);
            }

            var outcome = planner.Transact("Random", drafts);
            if (refused is not null)
            {
                outcome.Refusal.ShouldNotBeNull().Code.Name.ShouldBe(refused);
                Refused[refused] = Refused.GetValueOrDefault(refused) + 1;
            }
            else
            {
                outcome.Refusal.ShouldBeNull();
                outcome.Value.Movements.Select(move => move.Serials).ShouldBe(serials.Select(NaiveLedger.SetOf));
                naivePlan = trial;
                pending.Add(outcome.Value);
                Planned++;
                LongPlanned += drafts.Length == 20 ? 1 : 0;
            }

            var place = AnyPlace(random, naivePlan);
            var asset = Assets[random.Next(Assets.Length)];
            planner.Balance(place, asset).ShouldBe(naivePlan.Balance(place, asset));
        }

        private void End(bool apply)
        {
            if (apply)
            {
                planner.Opened.ToList().ForEach(kind => ledger.Open(kind));
                pending.ForEach(ledger.Post);
                naive = naivePlan;
            }

            ledger.AccountCount.ShouldBe(naive.Kinds.Count);
            foreach (var asset in Assets)
            {
                ledger.Assets.GetValueOrDefault(asset).ShouldBe(naive.Minted(asset));
                for (var account = 1; account <= ledger.AccountCount; account++)
                {
                    foreach (var compartment in new[] { Compartment.Free, Compartment.Frozen })
                    {
                        var place = new Place(new AccountId(account), compartment);
                        ledger.Serials(place, asset).ShouldBe(NaiveLedger.SetOf(naive.Serials(place, asset)));
                        ledger.Balance(place, asset).ShouldBe(naive.Balance(place, asset));
                    }
                }
            }

            ledger.Check().ShouldBeEmpty();
            pending.Clear();
            planner = ledger.Plan();
            naivePlan = naive.Copy();
        }

        /// <summary>Mostly sensible; a tame one seldom wrong, so that long transactions come through.</summary>
        private static Draft Draw(Random random, NaiveLedger now, bool tame)
        {
            var asset = Assets[random.Next(Assets.Length)];
            var from = AnyPlace(random, now);
            var to = AnyPlace(random, now);
            if (tame || random.Next(3) > 0)
            {
                (from, to) = (Sender(random, now, asset), new Place(new AccountId(random.Next(2, 6))));
                to = to == from ? new Place(to.Account, Compartment.Frozen) : to;
            }

            to = !tame && random.Next(15) == 0 ? from : to;
            var most = Math.Clamp(now.Balance(from, asset), tame ? 1 : 4, 40);
            var quantity = random.Next(tame ? 1 : 0, (int)most + (tame ? 1 : 3));
            var unknown = !tame && random.Next(25) == 0;
            return new Draft(
                asset,
                from,
                unknown ? new Place(new AccountId(999)) : to,
                quantity,
                random.Next(3) == 0 ? Named(random, now, from, asset, quantity, tame) : default);
        }

        private static Place Sender(Random random, NaiveLedger now, Asset asset)
        {
            var rich = Enumerable.Range(1, now.Kinds.Count)
                .SelectMany(id => new[] { Compartment.Free, Compartment.Frozen }.Select(c => new Place(new(id), c)))
                .Where(place => now.Balance(place, asset) > 0)
                .ToArray();
            var source = new Place(new AccountId(asset.IsMoney ? 6 : 1));
            return rich.Length == 0 || random.Next(3) == 0 ? source : rich[random.Next(rich.Length)];
        }

        private static SerialSet Named(Random random, NaiveLedger now, Place from, Asset asset, int quantity, bool tame)
        {
            var there = now.Serials(from, asset).Order().ToArray();
            random.Shuffle(there);
            return tame || random.Next(4) > 0
                ? NaiveLedger.SetOf(there.Take(quantity))
                : NaiveLedger.SetOf(Enumerable.Range(0, 6).Select(_ => (long)random.Next(1, 60)));
        }

        private static Place AnyPlace(Random random, NaiveLedger now) => new(
            new AccountId(random.Next(1, now.Kinds.Count + 1)),
            random.Next(4) == 0 ? Compartment.Frozen : Compartment.Free);
    }
}
