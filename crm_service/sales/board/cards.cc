#include "crm_service/sales/board/cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "crm_service/clients/identity/contact_point.h"
#include "crm_service/sales/approvals/waiting_deals.h"
#include "crm_service/sales/board/names.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

using v1::Deal;
using v1::DealCard;
using v1::Task;

namespace {

template <class IdOf>
std::vector<int64_t> IdsOf(const std::vector<DealCard*>& cards, IdOf id_of) {
  std::vector<int64_t> ids;
  ids.reserve(cards.size());
  for (const DealCard* card : cards) ids.push_back(id_of(card->deal()));
  return ids;
}

void AddContactNames(rpc::Session& session, const std::vector<DealCard*>& cards) {
  const auto names = NamesOf<v1::Contact>(session, "contacts", IdsOf(cards, std::mem_fn(&Deal::contact_id)));
  for (DealCard* card : cards) card->set_contact_name(NameIn(names, card->deal().contact_id()));
}

void AddCompanyNames(rpc::Session& session, const std::vector<DealCard*>& cards) {
  const auto names = NamesOf<v1::Company>(session, "companies", IdsOf(cards, std::mem_fn(&Deal::company_id)));
  for (DealCard* card : cards) card->set_company_name(NameIn(names, card->deal().company_id()));
}

// 0 for a deal without an open task. The index is forced, and the tasks themselves are read separately: otherwise
// MariaDB may start from all tasks of the account and take seconds.
std::vector<int64_t> NextTasksOf(rpc::Session& session, const std::vector<DealCard*>& cards) {
  std::vector<int64_t> ids;
  for (const auto& next : storage::SelectByIds<Task>(
           session.db,
           "SELECT (SELECT id FROM tasks FORCE INDEX (tasks_of_deal) "
           "WHERE account_id = d.account_id AND deal_id = d.id AND state = ? ORDER BY due_time, id LIMIT 1) AS id "
           "FROM deals d WHERE d.account_id = ? AND d.id IN ({ids})",
           {Task::STATE_OPEN, session.account_id()}, IdsOf(cards, std::mem_fn(&Deal::id)))) {
    ids.push_back(next.id());
  }
  return ids;
}

void AddNextTasks(rpc::Session& session, const std::vector<DealCard*>& cards) {
  std::unordered_map<int64_t, Task> next;
  for (auto& task :
       storage::SelectByIds<Task>(session.db, "SELECT {columns} FROM tasks WHERE account_id = ? AND id IN ({ids})",
                                  {session.account_id()}, NextTasksOf(session, cards))) {
    const int64_t deal_id = task.deal_id();
    next.emplace(deal_id, std::move(task));
  }
  for (DealCard* card : cards) {
    const auto found = next.find(card->deal().id());
    if (found != next.end()) *card->mutable_next_task() = found->second;
  }
}

void AddWaits(rpc::Session& session, const std::vector<DealCard*>& cards) {
  const auto waiting = WaitingOf(session, IdsOf(cards, std::mem_fn(&Deal::id)));
  for (DealCard* card : cards) card->set_awaits_approval(waiting.contains(card->deal().id()));
}

// On offer, or about to be.
std::vector<DealCard*> ToBeTaken(const std::vector<DealCard*>& cards) {
  std::vector<DealCard*> found;
  std::ranges::copy_if(cards, std::back_inserter(found), [](const DealCard* card) {
    return card->deal().has_offer_deadline() || card->deal().responsible_user_id() == 0;
  });
  return found;
}

void AddPhones(rpc::Session& session, const std::vector<DealCard*>& cards) {
  std::unordered_map<int64_t, std::string> phones;
  for (const auto& portion : storage::InPortions(IdsOf(cards, std::mem_fn(&Deal::contact_id)))) {
    std::vector<storage::Value> values;
    for (int table = 0; table < 2; ++table) {
      values.insert(values.end(), {session.account_id(), int64_t{ContactPoint::kPhone}});
      values.insert(values.end(), portion.ids.begin(), portion.ids.end());
    }
    // A number of their own comes before one that they share.
    for (const auto& row : session.db.QueryWith(
             fmt::format("SELECT contact_id, value, 0 AS is_shared, position FROM contact_points "
                         "WHERE account_id = ? AND kind = ? AND contact_id IN ({0}) "
                         "UNION ALL SELECT contact_id, value, 1, position FROM shared_points "
                         "WHERE account_id = ? AND kind = ? AND contact_id IN ({0}) ORDER BY is_shared, position",
                         portion.placeholders),
             values)) {
      phones.emplace(row.Int(0), row.Text(1));
    }
  }
  for (DealCard* card : cards) card->set_contact_phone(phones[card->deal().contact_id()]);
}

void AddRequestLines(rpc::Session& session, const std::vector<DealCard*>& cards) {
  std::unordered_map<int64_t, std::string> lines;
  for (auto& inquiry : storage::SelectByIds<v1::Inquiry>(
           session.db,
           "SELECT i.deal_id, LEFT(REGEXP_SUBSTR(i.text, '[^[:space:]][^[:cntrl:]]*'), 200) AS text FROM inquiries i "
           "WHERE i.account_id = ? AND i.deal_id IN ({ids}) AND i.id = (SELECT MIN(id) FROM inquiries "
           "WHERE account_id = i.account_id AND deal_id = i.deal_id)",
           {session.account_id()}, IdsOf(cards, std::mem_fn(&Deal::id)))) {
    lines.emplace(inquiry.deal_id(), std::move(*inquiry.mutable_text()));
  }
  for (DealCard* card : cards) card->set_request_line(lines[card->deal().id()]);
}

}  // namespace

DealCard BareCard(Deal deal) {
  DealCard card;
  *card.mutable_deal() = std::move(deal);
  return card;
}

void CompleteCards(rpc::Session& session, const std::vector<DealCard*>& cards) {
  AddContactNames(session, cards);
  AddCompanyNames(session, cards);
  AddNextTasks(session, cards);
  AddWaits(session, cards);
  const auto to_be_taken = ToBeTaken(cards);
  AddPhones(session, to_be_taken);
  AddRequestLines(session, to_be_taken);
}

}  // namespace voronka::crm
