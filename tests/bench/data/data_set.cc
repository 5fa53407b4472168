#include "tests/bench/data/data_set.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <map>
#include <vector>

#include "tests/bench/recording/known_values.h"

namespace voronka::bench {
namespace {

using storage::Connection;

constexpr std::array kPools = {kThousandAccounts, kOneAccount, kSmallAccount, kRuledAccount};
constexpr int64_t kIdsOfAKind = 1'000'000'000;
constexpr const char* kNumberedKinds[] = {"deal", "timeline", "contact", "inquiry", "task"};

// A table with the ids of all accounts.
std::string Accounts() {
  std::vector<std::string> ranges;
  for (const auto& pool : kPools) {
    ranges.push_back(
        fmt::format("SELECT seq FROM seq_{}_to_{}", pool.first_account, pool.first_account + pool.accounts - 1));
  }
  return fmt::format("({}) AS accounts", fmt::join(ranges, " UNION ALL "));
}

std::vector<std::string> ColumnsOf(Connection& crm, const std::string& table) {
  std::vector<std::string> columns;
  for (const auto& row : crm.Query("SELECT column_name FROM information_schema.columns "
                                   "WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position",
                                   table)) {
    columns.push_back(row.Text(0));
  }
  return columns;
}

// `other`: columns that are not in the model, with their values.
void CopyForAll(Connection& crm, const std::string& table, const std::string& where,
                const std::map<std::string, std::string>& other) {
  std::vector<std::string> names;
  std::vector<std::string> values;
  for (const auto& column : ColumnsOf(crm, table)) {
    names.push_back(fmt::format("`{}`", column));
    values.push_back(other.contains(column) ? other.at(column) : names.back());
  }
  crm.ExecuteUnprepared(fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}, {} WHERE {}", table, fmt::join(names, ", "),
                                    fmt::join(values, ", "), table, Accounts(), where));
}

void NumberFromFreshIds(Connection& crm) {
  int64_t first = kFirstFreshId;
  for (const char* kind : kNumberedKinds) {
    crm.ExecuteUnprepared(fmt::format(
        "REPLACE INTO id_sequences (account_id, kind, next_id) SELECT seq, '{}', {} FROM {}", kind, first, Accounts()));
    first += kIdsOfAKind;
  }
}

std::string DealsOf(const DealPool& pool, int64_t responsible_user) {
  return fmt::format(
      "SELECT {account} + seq DIV {deals}, {deal} + seq MOD {deals}, 'Светильники для магазина на Невском', "
      "'{pipeline}', ELT(1 + seq MOD 4, '{}', '{}', '{}', '{}'), 1, 10000000 + 100 * (seq MOD {deals}), 'RUB', "
      "{contact} + seq MOD {deals}, {user}, NULL, 0, 8000001, 9000001, 0, '', '', 1600000000000000 + seq, "
      "1600000000000000 + seq, 1600000000000000 + seq, NULL FROM seq_0_to_{last}",
      kStages[0], kStages[1], kStages[2], kStages[3], fmt::arg("account", pool.first_account),
      fmt::arg("deals", pool.deals_of_each), fmt::arg("deal", kFirstDeal), fmt::arg("pipeline", kPipeline),
      fmt::arg("contact", kFirstContact), fmt::arg("user", responsible_user),
      fmt::arg("last", pool.accounts * pool.deals_of_each - 1));
}

void InsertDeals(Connection& crm, const std::vector<std::string>& pools) {
  crm.ExecuteUnprepared(fmt::format(
      "INSERT INTO deals (account_id, id, name, pipeline, stage, state, amount_minor, amount_currency, contact_id, "
      "responsible_user_id, offer_deadline, offer_attempt, epoch, etag, client_manager_user_id, loss_reason, "
      "loss_comment, create_time, update_time, stage_enter_time, close_time) {}",
      fmt::join(pools, " UNION ALL ")));
}

// All in one statement: when a table is empty, the server can then sort what it inserts.
void FillDeals(Connection& crm, int64_t responsible_user) {
  std::vector<std::string> pools;
  for (const auto& pool : kPools) pools.push_back(DealsOf(pool, responsible_user));
  crm.ExecuteUnprepared("SET SESSION unique_checks = 0, foreign_key_checks = 0, max_statement_time = 0");
  InsertDeals(crm, pools);
}

void CountTotals(Connection& crm) {
  crm.ExecuteUnprepared(
      "INSERT INTO stage_totals (account_id, pipeline, stage, responsible_user_id, currency, deals, amount_minor) "
      "SELECT account_id, pipeline, stage, responsible_user_id, amount_currency, COUNT(*), SUM(amount_minor) "
      "FROM deals GROUP BY account_id, pipeline, stage, responsible_user_id, amount_currency");
}

}  // namespace

void Fill(Connection& crm, int64_t model_account, int64_t responsible_user) {
  CopyForAll(crm, "accounts", fmt::format("id = {}", model_account), {{"id", "seq"}, {"partition", "seq MOD 64"}});
  for (const char* table : {"users", "pipelines"}) {
    CopyForAll(crm, table, fmt::format("account_id = {}", model_account), {{"account_id", "seq"}});
  }
  NumberFromFreshIds(crm);
  FillDeals(crm, responsible_user);
  CountTotals(crm);
}

void AddDeals(Connection& crm, int64_t account, int64_t responsible_user, int64_t deals) {
  InsertDeals(crm, {DealsOf({account, 1, deals}, responsible_user)});
}

void AddContacts(Connection& crm, int64_t account, int64_t responsible_user, int64_t contacts) {
  crm.ExecuteUnprepared(fmt::format(
      "INSERT INTO contacts (account_id, id, name, responsible_user_id, create_time, update_time, etag) "
      "SELECT {}, {} + seq, 'Анна Сергеевна', {}, 1600000000000000 + seq, 1600000000000000 + seq, 1 FROM seq_0_to_{}",
      account, kFirstContact, responsible_user, contacts - 1));
  // Kinds of ContactPoint.
  crm.ExecuteUnprepared(
      fmt::format("INSERT INTO contact_points (account_id, kind, value, contact_id, position) "
                  "SELECT {0}, 1, CONCAT('+7916', LPAD(seq, 7, '0')), {1} + seq, 0 FROM seq_0_to_{2} "
                  "UNION ALL SELECT {0}, 2, CONCAT('client', seq, '@example.com'), {1} + seq, 1 FROM seq_0_to_{2}",
                  account, kFirstContact, contacts - 1));
}

std::string PhoneOfContact(int64_t number) { return fmt::format("+7916{:07}", number); }

std::string EmailOfContact(int64_t number) { return fmt::format("client{}@example.com", number); }

}  // namespace voronka::bench
