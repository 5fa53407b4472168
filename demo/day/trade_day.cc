#include "demo/day/days.h"
#include "demo/day/gates.h"
#include "demo/day/props.h"
#include "demo/moves/filling.h"
#include "demo/story/deals.h"
#include "demo/story/expectation.h"

// A day in the solution `trade_b24`: a deal goes on only with what the next stages need.
namespace voronka::demo {
namespace {

using crm::v1::Deal;

constexpr std::string_view kSales = "sales";

void GetClientAndRequirements(Day& day) {
  const Deal deal = Make(day, DraftOf("Компрессор на 500 л", kSales, "new"));
  auto move = MoveOf(deal, "processing");
  SeeRefused(day, move, {FieldRequired("deal.contact_id"), OwnFieldRequired("requirements")});
  move.mutable_deal()->set_contact_id(MeetWithPhone(day, "Пётр Ильин").id());
  Fill(move, "deal.fields[\"requirements\"]", TextValue("Поставка до 15-го числа."));
  SeePassed(day, move);
}

// The phone belongs to the contact, the other three to the deal.
void AskTwoCards(Day& day) {
  const auto contact = MeetWithoutPhone(day, "Ольга Белова");
  Deal draft = DraftOf("Станок лазерной резки", kSales, "processing");
  draft.set_contact_id(contact.id());
  SetOwn(draft, "requirements", TextValue("Лист до 6 мм."));
  auto move = MoveOf(Make(day, draft), "offer_made");
  SeeRefused(day, move,
             {FieldRequired("deal.amount"), OwnFieldRequired("subject"), OwnFieldRequired("delivery"),
              FieldRequired("contact.phones")});
  Fill(move, "deal.amount", MoneyValue(1'250'000));
  Fill(move, "deal.fields[\"subject\"]", TextValue("Оборудование для цеха"));
  Fill(move, "deal.fields[\"delivery\"]", ChoiceValue("delivery"));
  Fill(move, "contact.phones", NewPhone());
  SeePassed(day, move);
  crm::v1::GetContactRequest read;
  read.set_contact_id(contact.id());
  const auto known = day.anna.Call<crm::v1::Contact>(read);
  Expect(known.phones_size() == 1, {"телефон — в карточке контакта", "the phone is in the contact's card"},
         OneLine(known), LookAtDeal(move.deal_id()));
}

Deal PaidDeal(Day& day, std::string_view name, std::string_view delivery) {
  Deal draft = DraftOf(name, kSales, "paid");
  draft.set_contact_id(MeetWithPhone(day, "Роман Жуков").id());
  *draft.mutable_amount() = MoneyValue(84'000).money();
  SetOwn(draft, "requirements", TextValue("Забрать до пятницы."));
  SetOwn(draft, "subject", TextValue("Складская техника"));
  SetOwn(draft, "delivery", ChoiceValue(delivery));
  return Make(day, draft);
}

void ShipOnlyWhatIsDelivered(Day& day) {
  const Deal picked_up = PaidDeal(day, "Стеллажи, самовывоз", "pickup");
  SeeRefused(day, MoveOf(picked_up, "shipped"), {"NOT_FOR_THIS_DEAL stage"});
  SeePassed(day, MoveOf(picked_up, "received"));
  const Deal delivered = PaidDeal(day, "Погрузчик, доставка", "delivery");
  SeePassed(day, MoveOf(delivered, "shipped"));
  SeePassed(day, MoveOf(delivered, "received"));
}

void SeeReason(const Deal& lost) {
  Expect(lost.loss_reason() == lost.stage(), {"причина — сам этап", "the stage is the reason"}, OneLine(lost),
         LookAtDeal(lost.id()));
}

void LoseInFiveWays(Day& day) {
  for (const std::string_view silent : {"spam", "silent"}) {
    SeeReason(SeePassed(day, MoveOf(Make(day, DraftOf("Письмо без ответа", kSales, "new")), silent)));
  }
  for (const std::string_view explained : {"not_our_portrait", "too_expensive", "other"}) {
    auto move = MoveOf(Make(day, DraftOf("Упаковочная линия", kSales, "new")), explained);
    SeeRefused(day, move, {OwnFieldRequired("failure_comment")});
    Fill(move, "deal.fields[\"failure_comment\"]", TextValue("Нашли дешевле у местного поставщика."));
    SeeReason(SeePassed(day, move));
  }
}

}  // namespace

std::vector<DayScene> DayOfTrade() {
  return {{{"Новый лид не уходит без клиента и требований", "No new lead goes on without a client and requirements"},
           GetClientAndRequirements},
          {{"Предложению нужны поля сделки и контакта сразу", "An offer needs fields of the deal and of the contact"},
           AskTwoCards},
          {{"«Отправили заказ» — не для самовывоза", "“Отправили заказ” is not for those who pick up"},
           ShipOnlyWhatIsDelivered},
          {{"Пять этапов провала: три — только с комментарием", "Five lost stages: three ask for a comment"},
           LoseInFiveWays}};
}

}  // namespace voronka::demo
