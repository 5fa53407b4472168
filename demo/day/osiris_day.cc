#include "demo/day/days.h"
#include "demo/day/gates.h"
#include "demo/day/props.h"
#include "demo/moves/filling.h"

// A day in the solution `osiris`: questions before the goods are shipped, and after they have come.
namespace voronka::demo {
namespace {

using crm::v1::Deal;

constexpr std::string_view kOrders = "sales";

crm::v1::FieldValue ByPhone() {
  crm::v1::FieldValue value;
  value.mutable_choices()->add_keys("phone");
  return value;
}

// Two of the four are told about the contact.
void AskBeforeShipping(Day& day) {
  Deal draft = DraftOf("Портмоне из кожи питона", kOrders, "payment");
  draft.set_contact_id(MeetWithPhone(day, "Максим Лебедев").id());
  auto move = MoveOf(Make(day, draft), "shipment");
  SeeRefused(day, move,
             {FieldRequired("contact.fields[\"city\"]"), FieldRequired("contact.fields[\"channels\"]"),
              OwnFieldRequired("payment_method"), OwnFieldRequired("delivery")});
  Fill(move, "contact.fields[\"city\"]", TextValue("Казань"));
  Fill(move, "contact.fields[\"channels\"]", ByPhone());
  Fill(move, "deal.fields[\"payment_method\"]", TextValue("картой на сайте"));
  Fill(move, "deal.fields[\"delivery\"]", TextValue("курьером"));
  SeePassed(day, move);
}

// Paid for, with all that was asked before.
Deal PaidOrder(Day& day, std::string_view name) {
  Deal draft = DraftOf(name, kOrders, "payment");
  draft.set_contact_id(MeetWithPhone(day, "Алина Тарасова").id());
  SetOwn(draft, "payment_method", TextValue("по счёту"));
  SetOwn(draft, "delivery", TextValue("почтой"));
  auto move = MoveOf(Make(day, draft), "shipment");
  Fill(move, "contact.fields[\"city\"]", TextValue("Омск"));
  Fill(move, "contact.fields[\"channels\"]", ByPhone());
  return SeePassed(day, move);
}

Deal DeliveredOrder(Day& day, std::string_view name) {
  auto move = MoveOf(PaidOrder(day, name), "feedback");
  Fill(move, "deal.fields[\"delivery_terms\"]", TextValue("к пятнице"));
  Fill(move, "deal.fields[\"track_number\"]", TextValue("RA644000001RU"));
  return SeePassed(day, move);
}

void CloseOnlyAfterFeedback(Day& day) {
  const Deal deal = PaidOrder(day, "Ремень и визитница");
  SeeRefused(day, MoveOf(deal, "won"),
             {"TRANSITION_NOT_ALLOWED stage", OwnFieldRequired("delivery_terms"), OwnFieldRequired("track_number"),
              OwnFieldRequired("received")});
}

void AskHowItWas(Day& day) {
  auto move = MoveOf(DeliveredOrder(day, "Портфель с гравировкой"), "won");
  SeeRefused(day, move, {OwnFieldRequired("received")});
  Fill(move, "deal.fields[\"received\"]", YesValue(true));
  SeeRefused(day, move,
             {OwnFieldRequired("courier_work"), OwnFieldRequired("manager_work"), OwnFieldRequired("goods_quality")});
  for (const std::string_view path :
       {"deal.fields[\"courier_work\"]", "deal.fields[\"manager_work\"]", "deal.fields[\"goods_quality\"]"}) {
    Fill(move, path, NumberValue(5));
  }
  SeePassed(day, move);
}

void AskNothingMoreOfWhoWaits(Day& day) {
  auto move = MoveOf(DeliveredOrder(day, "Чехол для очков"), "won");
  Fill(move, "deal.fields[\"received\"]", YesValue(false));
  SeePassed(day, move);
}

}  // namespace

std::vector<DayScene> DayOfOsiris() {
  return {{{"До отгрузки — обязательные вопросы о сделке и клиенте",
            "Before the shipment, questions about the deal and the client"},
           AskBeforeShipping},
          {{"«ОК» — только после обратной связи", "“ОК” only after the feedback"}, CloseOnlyAfterFeedback},
          {{"Товар получен: опрос", "The goods have come: a survey"}, AskHowItWas},
          {{"Не получен: опроса нет", "They have not: no survey"}, AskNothingMoreOfWhoWaits}};
}

}  // namespace voronka::demo
