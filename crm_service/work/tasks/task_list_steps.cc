#include "crm_service/work/tasks/task_list_steps.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/sales/approvals/waiting_deals.h"
#include "crm_service/sales/board/names.h"
#include "crm_service/sales/deals/client_deals.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "crm_service/work/tasks/overdue_tasks.h"
#include "crm_service/work/tasks/seen_tasks.h"
#include "foundation/rpc/requests/page.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::Task;

namespace {

constexpr int64_t kNoLimit = std::numeric_limits<int64_t>::max();

std::vector<int64_t> SortKeyOf(const Task& task) {
  return {TimeUtil::TimestampToMicroseconds(task.due_time()), task.id()};
}

// Tasks of the newest deals with a company that the caller sees.
void AddDealsWith(Session& session, int64_t company_id, std::string& sql, std::vector<storage::Value>& values) {
  const auto portions = storage::InPortions(DealsOfClient(session, 0, company_id).Ids());
  if (portions.empty()) {
    sql += " AND 0 = 1";
    return;
  }
  // So few deals fit in one.
  const auto& [placeholders, ids] = portions.front();
  sql += " AND deal_id IN (" + placeholders + ")";
  values.insert(values.end(), ids.begin(), ids.end());
}

// A template because the requests of both lists have the same fields.
template <class Request>
std::vector<Task> Select(Session& session, const Request& request, const rpc::Page& page) {
  const auto state = request.state() == Task::STATE_UNSPECIFIED ? Task::STATE_OPEN : request.state();
  const int64_t before = request.has_due_before() ? TimeUtil::TimestampToMicroseconds(request.due_before()) : kNoLimit;
  const int64_t after = request.has_due_after() ? TimeUtil::TimestampToMicroseconds(request.due_after()) : -kNoLimit;
  std::string sql =
      "SELECT {columns} FROM tasks WHERE account_id = ? AND state = ? AND due_time < ? "
      "AND due_time >= ? AND (due_time > ? OR id > ?)";
  std::vector<storage::Value> values{session.account_id(),         state,       before,
                                     std::max(page.key(0), after), page.key(0), page.key(1)};
  if (request.assignee_user_id() != 0) {
    sql += " AND assignee_user_id = ?";
    values.emplace_back(request.assignee_user_id());
  }
  if (request.deal_id() != 0) {
    sql += " AND deal_id = ?";
    values.emplace_back(request.deal_id());
  }
  if (request.contact_id() != 0) {
    sql += " AND contact_id = ?";
    values.emplace_back(request.contact_id());
  }
  if (request.company_id() != 0) AddDealsWith(session, request.company_id(), sql, values);
  SeenTasks(session).AddTo(sql, values);
  values.emplace_back(page.limit());
  return session.db.SelectWith<Task>(sql + " ORDER BY due_time, id LIMIT ?", values);
}

// By id: their names, and whether they are not to be disturbed.
std::unordered_map<int64_t, v1::Contact> ClientsOf(Session& session, const std::vector<int64_t>& ids) {
  std::unordered_map<int64_t, v1::Contact> clients;
  for (auto& contact : storage::SelectByIds<v1::Contact>(
           session.db, "SELECT id, name, do_not_disturb FROM contacts WHERE account_id = ? AND id IN ({ids})",
           {session.account_id()}, ids)) {
    const int64_t id = contact.id();
    clients.emplace(id, std::move(contact));
  }
  return clients;
}

void TellOfClient(const v1::Contact& client, int64_t now, v1::TaskCard& card) {
  card.set_contact_name(client.name());
  const auto& do_not_disturb = client.do_not_disturb();
  if (TimeUtil::TimestampToMicroseconds(do_not_disturb.until()) > now) *card.mutable_do_not_disturb() = do_not_disturb;
}

// By task: how many files it has.
std::unordered_map<int64_t, int32_t> FileCountsOf(Session& session, const std::vector<Task>& tasks) {
  std::vector<int64_t> ids;
  for (const Task& task : tasks) ids.push_back(task.id());
  std::unordered_map<int64_t, int32_t> counts;
  for (const auto& file : storage::SelectByIds<v1::File>(
           session.db,
           "SELECT id, entity_id FROM files WHERE account_id = ? AND entity = ? AND delete_time IS NULL "
           "AND entity_id IN ({ids})",
           {session.account_id(), v1::ENTITY_TASK}, ids)) {
    ++counts[file.entity_id()];
  }
  return counts;
}

// With what a screen shows next to them.
std::vector<v1::TaskCard> AsCards(Session& session, std::vector<Task> tasks) {
  std::vector<int64_t> deals;
  std::vector<int64_t> contacts;
  for (const Task& task : tasks) {
    deals.push_back(task.deal_id());
    contacts.push_back(task.contact_id());
  }
  const auto waiting = WaitingOf(session, deals);
  // Whoever has a task of a deal that they do not see knows the task alone, and whether it is overdue.
  const auto unseen = UnseenAmong(session, deals);
  std::erase_if(deals, [&](int64_t deal) { return unseen.contains(deal); });
  const auto deal_names = NamesOf<v1::Deal>(session, "deals", deals);
  const auto unseen_contacts = SeenClients(session, v1::ENTITY_CONTACT).UnseenAmong(session.db, contacts);
  std::erase_if(contacts, [&](int64_t contact) { return unseen_contacts.contains(contact); });
  const auto clients = ClientsOf(session, contacts);
  auto file_counts = FileCountsOf(session, tasks);
  std::vector<v1::TaskCard> cards(tasks.size());
  for (size_t i = 0; i < tasks.size(); ++i) {
    cards[i].set_deal_name(NameIn(deal_names, tasks[i].deal_id()));
    if (const auto client = clients.find(tasks[i].contact_id()); client != clients.end()) {
      TellOfClient(client->second, session.Now(), cards[i]);
    }
    cards[i].set_awaits_approval(waiting.contains(tasks[i].deal_id()));
    cards[i].set_file_count(file_counts[tasks[i].id()]);
    *cards[i].mutable_task() = std::move(tasks[i]);
  }
  return cards;
}

}  // namespace

v1::ListTasksResponse ListTasks(Session& session, const v1::ListTasksRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::min(), 0});
  v1::ListTasksResponse response;
  page.Fill(Select(session, request, page), response.mutable_tasks(), response.mutable_next_page_token(), SortKeyOf);
  return response;
}

v1::ListTaskCardsResponse ListTaskCards(Session& session, const v1::ListTaskCardsRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::min(), 0});
  v1::ListTaskCardsResponse response;
  page.Fill(AsCards(session, Select(session, request, page)), response.mutable_cards(),
            response.mutable_next_page_token(), [](const v1::TaskCard& card) { return SortKeyOf(card.task()); });
  return response;
}

v1::CountOverdueTasksResponse CountOverdueTasks(Session& session, const v1::CountOverdueTasksRequest& request) {
  v1::CountOverdueTasksResponse response;
  for (const auto& [assignee, tasks] : OverdueTasks(session, request.assignee_user_id()).Count()) {
    auto& count = *response.add_counts();
    count.set_assignee_user_id(assignee);
    count.set_tasks(tasks);
  }
  return response;
}

}  // namespace voronka::crm
