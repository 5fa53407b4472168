#include <algorithm>
#include <iterator>
#include <string_view>

#include "demo/day/days.h"
#include "demo/day/gates.h"
#include "demo/day/props.h"
#include "demo/day/work.h"
#include "demo/moves/filling.h"
#include "demo/story/deals.h"
#include "demo/story/expectation.h"

// A day in the solution `trade_b24`: a deal goes on only with what the next stages need, and is given up only after
// everything was tried.
namespace voronka::demo {
namespace {

using crm::v1::Deal;

constexpr std::string_view kSales = "sales";

constexpr std::string_view kItemsOfDelivery[] = {"thanked",          "delivery_terms_told",
                                                 "assembly_checked", "ready_for_carrier_told",
                                                 "taken_by_carrier", "handed_to_carrier_told"};
constexpr std::string_view kItemsOfPickUp[] = {"thanked", "pickup_terms_told", "assembly_checked",
                                               "ready_for_pickup_told", "handed_over"};

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

// With all that the stages before ask for.
Deal DealIn(Day& day, std::string_view stage, std::string_view name, std::string_view delivery) {
  Deal draft = DraftOf(name, kSales, stage);
  draft.set_contact_id(MeetWithPhone(day, "Роман Жуков").id());
  *draft.mutable_amount() = MoneyValue(84'000).money();
  SetOwn(draft, "requirements", TextValue("Забрать до пятницы."));
  SetOwn(draft, "subject", TextValue("Складская техника"));
  SetOwn(draft, "delivery", ChoiceValue(delivery));
  return Make(day, draft);
}

void ShipOnlyWhatIsDelivered(Day& day) {
  const Deal picked_up = DealIn(day, "paid", "Стеллажи, самовывоз", "pickup");
  TickItems(day, picked_up, kItemsOfPickUp);
  SeeRefused(day, MoveOf(picked_up, "shipped"), {"NOT_FOR_THIS_DEAL stage"});
  SeePassed(day, MoveOf(picked_up, "received"));
}

void PrepareTheOrder(Day& day) {
  const Deal deal = DealIn(day, "paid", "Погрузчик, доставка", "delivery");
  Named unticked;
  std::ranges::transform(kItemsOfDelivery, std::back_inserter(unticked), Unticked);
  SeeRefused(day, MoveOf(deal, "shipped"), unticked);
  TickItems(day, deal, kItemsOfDelivery);
  SeePassed(day, MoveOf(deal, "shipped"));
  SeePassed(day, MoveOf(deal, "received"));
}

// The client was silent before anybody knew what they wanted: three attempts, and Olga agrees.
void GiveUpWithApproval(Day& day) {
  const Deal deal = DealIn(day, "processing", "Сварочный пост", "delivery");
  const auto move = MoveOf(deal, "silent");
  SeeRefused(day, move, {kAttemptsRequired, kApprovalRequired});
  TryInVain(day, deal, 3);
  const auto approval = AskOlga(day, deal, "silent", "Три звонка, клиент не отвечает.");
  SeeRefused(day, move, {kApprovalAwaited});
  OlgaAgrees(day, approval, "Закрывай, через месяц напомним о себе.");
  SeePassed(day, move);
}

// Attempts count from when the deal came to its stage.
void GiveUpAfterMoreThanThree(Day& day) {
  const Deal deal = DealIn(day, "answered", "Компрессор, ждёт счёт", "pickup");
  TryInVain(day, deal, 1);
  SeePassed(day, MoveOf(deal, "invoice_sent"));
  TryInVain(day, deal, 3);
  SeeRefused(day, MoveOf(deal, "silent"), {kAttemptsRequired});
  TryInVain(day, deal, 1);
  SeePassed(day, MoveOf(deal, "silent"));
}

void SeeReason(const Deal& lost) {
  Expect(lost.loss_reason() == lost.stage(), {"причина — сам этап", "the stage is the reason"}, OneLine(lost),
         LookAtDeal(lost.id()));
}

void LoseInFiveWays(Day& day) {
  SeeReason(SeePassed(day, MoveOf(Make(day, DraftOf("Письмо с рекламой", kSales, "new")), "spam")));
  for (const std::string_view explained : {"not_our_portrait", "too_expensive", "other"}) {
    auto move = MoveOf(Make(day, DraftOf("Упаковочная линия", kSales, "new")), explained);
    SeeRefused(day, move, {OwnFieldRequired("failure_comment")});
    Fill(move, "deal.fields[\"failure_comment\"]", TextValue("Нашли дешевле у местного поставщика."));
    SeeReason(SeePassed(day, move));
  }
}

}  // namespace

std::vector<DayScene> DayOfTrade() {
  return {
      {{"Новый лид не уходит без клиента и требований", "No new lead goes on without a client and requirements"},
       GetClientAndRequirements},
      {{"Предложению нужны поля сделки и контакта сразу", "An offer needs fields of the deal and of the contact"},
       AskTwoCards},
      {{"«Отправили заказ» — не для самовывоза", "“Отправили заказ” is not for those who pick up"},
       ShipOnlyWhatIsDelivered},
      {{"Заказ готовят по чек-листу", "An order is prepared by its checklist"}, PrepareTheOrder},
      {{"Клиент молчит: три попытки и согласие РОПа", "A silent client: three attempts, and the head of sales agrees"},
       GiveUpWithApproval},
      {{"Счёт отправлен: больше трёх попыток", "The invoice is sent: more than three attempts"},
       GiveUpAfterMoreThanThree},
      {{"Пять этапов провала: три — только с комментарием", "Five lost stages: three ask for a comment"},
       LoseInFiveWays}};
}

}  // namespace voronka::demo
