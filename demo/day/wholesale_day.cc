#include <algorithm>
#include <span>
#include <string>

#include "demo/day/days.h"
#include "demo/day/gates.h"
#include "demo/day/props.h"
#include "demo/moves/filling.h"
#include "demo/story/deals.h"
#include "demo/story/expectation.h"
#include "demo/story/timeline.h"

// A day in the solution `wholesale`: a claim about a sale, a sale that becomes one, and what claims ask for.
namespace voronka::demo {
namespace {

using crm::v1::Deal;
using crm::v1::TimelineEntry;

constexpr std::string_view kFirstSalesFunnel = "first_sales";
constexpr std::string_view kClaimsFunnel = "claims";

std::vector<std::string> StagesBeenIn(Day& day, const Deal& deal) {
  crm::v1::ListStageHistoryRequest request;
  request.set_deal_id(deal.id());
  const auto answer = day.anna.Call<crm::v1::ListStageHistoryResponse>(request);
  std::vector<std::string> stages;
  for (const auto& visit : answer.visits()) stages.push_back(day.StageName(visit.pipeline(), visit.stage()));
  return stages;
}

bool BeginsWith(const std::vector<TimelineEntry>& timeline, const std::vector<TimelineEntry>& before) {
  return timeline.size() > before.size() && std::ranges::equal(before, std::span(timeline).first(before.size()), {},
                                                               &TimelineEntry::id, &TimelineEntry::id);
}

Deal SoldDeal(Day& day) {
  Deal draft = DraftOf("Светильники на склад, 60 шт.", kFirstSalesFunnel, "order_placed");
  draft.set_contact_id(MeetWithPhone(day, "Ирина Громова").id());
  *draft.mutable_amount() = MoneyValue(318'000).money();
  const Deal deal = Make(day, draft);
  crm::v1::AddNoteRequest note;
  note.set_deal_id(deal.id());
  note.set_text("Отгрузили вчера, ждём подписанные документы.");
  day.anna.Call<TimelineEntry>(note);
  return SeePassed(day, MoveOf(deal, "shipped"));
}

void ComplainAboutASale(Day& day) {
  const Deal sale = SoldDeal(day);
  const auto timeline = Timeline(day.anna, sale.id());
  const Deal claim = SeePassed(day, MoveOf(sale, "registered", kClaimsFunnel));
  Expect(claim.id() == sale.id() && claim.contact_id() == sale.contact_id() &&
             claim.amount().minor() == sale.amount().minor() && BeginsWith(Timeline(day.anna, sale.id()), timeline),
         {"та же сделка, с клиентом, суммой и всей лентой", "the same deal, with its client, amount and timeline"},
         OneLine(claim), LookAtDeal(sale.id()));
  const std::vector<std::string> expected{day.StageName(kFirstSalesFunnel, "order_placed"),
                                          day.StageName(kFirstSalesFunnel, "shipped"),
                                          day.StageName(kClaimsFunnel, "registered")};
  const auto stages = StagesBeenIn(day, sale);
  Expect(stages == expected, {"в истории — этапы обеих воронок", "the history has stages of both pipelines"},
         fmt::format("{}", fmt::join(stages, ", ")), LookAtDeal(sale.id()));
  day.narrator.Tell({"История на месте: {}", "The history is kept: {}"}, fmt::format("{}", fmt::join(stages, " → ")));
}

void SeeLinked(Day& day, const Deal& sale, const Deal& claim) {
  crm::v1::ListLinkedDealsRequest request;
  request.set_deal_id(sale.id());
  const auto linked = day.anna.Call<crm::v1::ListLinkedDealsResponse>(request);
  Expect(linked.deals_size() == 1 && linked.deals(0).id() == claim.id(),
         {"рекламация видна у продажи", "the sale knows its claim"}, OneLine(linked), LookAtDeal(sale.id()));
  const auto told = Timeline(day.anna, sale.id(), TimelineEntry::KIND_LINKED_DEAL_CREATED);
  Expect(told.size() == 1 && told[0].linked_deal_id() == claim.id(),
         {"о ней сказано в ленте продажи", "the sale's timeline tells of it"}, told.empty() ? "" : OneLine(told[0]),
         LookAtDeal(sale.id()));
}

// The usual way: the sale stays where it is.
void ComplainBesideTheSale(Day& day) {
  const Deal sale = SoldDeal(day);
  crm::v1::CreateLinkedDealRequest request;
  request.set_deal_id(sale.id());
  *request.mutable_deal() = DraftOf("Светильники мигают", kClaimsFunnel, "registered");
  SetOwn(*request.mutable_deal(), "claim_kind", ChoiceValue("defect"));
  SetOwn(*request.mutable_deal(), "claim_demand", ChoiceValue("replace"));
  const auto claim = day.anna.Call<Deal>(request);
  const Deal after = ReadDeal(day.anna, sale.id());
  Expect(claim.source_deal_id() == sale.id() && claim.contact_id() == sale.contact_id() &&
             after.stage() == sale.stage() && after.amount().minor() == sale.amount().minor(),
         {"рекламация — о той же продаже, а продажа на своём этапе и с той же суммой",
          "the claim is about that sale, which keeps its stage and amount"},
         OneLine(after), LookAtDeal(claim.id()));
  SeeLinked(day, sale, claim);
  day.narrator.Tell({"Рекламация #{} по сделке #{}: продажа остаётся на этапе «{}»",
                     "Claim #{} about deal #{}: the sale stays in “{}”"},
                    claim.id(), sale.id(), day.StageName(kFirstSalesFunnel, after.stage()));
}

void TellTheClaim(Day& day) {
  const Deal deal = Make(day, DraftOf("Пришла не та маркировка", kClaimsFunnel, "registered"));
  auto move = MoveOf(deal, "solved");
  SeeRefused(day, move, {OwnFieldRequired("claim"), FieldRequired("deal.contact_id")});
  move.mutable_deal()->set_contact_id(MeetWithPhone(day, "Сергей Орлов").id());
  Fill(move, "deal.fields[\"claim\"]", TextValue("Маркировка не та, просят заменить бухту."));
  SeePassed(day, move);
}

void DropADuplicate(Day& day) {
  const Deal deal = Make(day, DraftOf("Та же жалоба ещё раз", kClaimsFunnel, "registered"));
  SeePassed(day, MoveOf(deal, "accepted"));
  auto move = MoveOf(deal, "not_solved");
  SeeRefused(day, move, {kReasonRequired});
  move.set_loss_reason("duplicate");
  SeePassed(day, move);
}

}  // namespace

std::vector<DayScene> DayOfWholesale() {
  return {{{"Рекламация по продаже: продажа остаётся на месте", "A claim about a sale: the sale stays where it is"},
           ComplainBesideTheSale},
          {{"Продажа уходит в «Рекламации» со всей историей", "A sale goes to “Рекламации” with all its history"},
           ComplainAboutASale},
          {{"Рекламацию не решить, не рассказав её", "No claim is solved before it is told"}, TellTheClaim},
          {{"Дубль закрывают с причиной, и только", "A duplicate needs a reason and nothing else"}, DropADuplicate}};
}

}  // namespace voronka::demo
