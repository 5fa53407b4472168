#include "crm_service/sales/board/cards.h"

#include <functional>
#include <unordered_map>
#include <utility>

#include "crm_service/sales/board/names.h"
#include "foundation/rpc/error.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {
namespace {

using v1::Deal;
using v1::DealCard;
using v1::Task;

template <class IdOf>
std::vector<int64_t> IdsOf(const std::vector<DealCard*>& cards, IdOf id_of) {
  std::vector<int64_t> ids;
  ids.reserve(cards.size());
  for (const DealCard* card : cards) ids.push_back(id_of(card->deal()));
  return ids;
}

}  // namespace

DealCard BareCard(Deal deal) {
  DealCard card;
  *card.mutable_deal() = std::move(deal);
  return card;
}

void Cards::Complete(const std::vector<DealCard*>& cards) {
  AddContactNames(cards);
  AddNextTasks(cards);
}

void Cards::AddContactNames(const std::vector<DealCard*>& cards) {
  const auto names = NamesOf<v1::Contact>(session_, "contacts", IdsOf(cards, std::mem_fn(&Deal::contact_id)));
  for (DealCard* card : cards) card->set_contact_name(NameIn(names, card->deal().contact_id()));
}

void Cards::AddNextTasks(const std::vector<DealCard*>& cards) {
  std::unordered_map<int64_t, Task> next;
  for (auto& task :
       storage::SelectByIds<Task>(session_.db, "SELECT {columns} FROM tasks WHERE account_id = ? AND id IN ({ids})",
                                  {session_.account_id()}, NextTasksOf(cards))) {
    const int64_t deal_id = task.deal_id();
    next.emplace(deal_id, std::move(task));
  }
  for (DealCard* card : cards) {
    const auto found = next.find(card->deal().id());
    if (found != next.end()) *card->mutable_next_task() = found->second;
  }
}

// The index is named, and the tasks themselves are read apart: MariaDB may begin with all tasks of the account instead,
// and take seconds.
std::vector<int64_t> Cards::NextTasksOf(const std::vector<DealCard*>& cards) {
  std::vector<int64_t> ids;
  for (const auto& next : storage::SelectByIds<Task>(
           session_.db,
           "SELECT (SELECT id FROM tasks FORCE INDEX (tasks_of_deal) "
           "WHERE account_id = d.account_id AND deal_id = d.id AND state = ? ORDER BY due_time, id LIMIT 1) AS id "
           "FROM deals d WHERE d.account_id = ? AND d.id IN ({ids})",
           {Task::STATE_OPEN, session_.account_id()}, IdsOf(cards, std::mem_fn(&Deal::id)))) {
    ids.push_back(next.id());
  }
  return ids;
}

v1::BatchGetCardsResponse Cards::BatchGet(const v1::BatchGetCardsRequest& request) {
  std::unordered_map<int64_t, Deal> deals;
  for (auto& deal :
       storage::SelectByIds<Deal>(session_.db, "SELECT {columns} FROM deals WHERE account_id = ? AND id IN ({ids})",
                                  {session_.account_id()}, {request.deal_ids().begin(), request.deal_ids().end()})) {
    const int64_t id = deal.id();
    deals.emplace(id, std::move(deal));
  }
  v1::BatchGetCardsResponse response;
  for (const int64_t id : request.deal_ids()) {
    const auto found = deals.find(id);
    if (found == deals.end()) throw rpc::NotFound("deal", id);
    *response.add_cards() = BareCard(found->second);
  }
  Complete({response.mutable_cards()->pointer_begin(), response.mutable_cards()->pointer_end()});
  return response;
}

}  // namespace voronka::crm
