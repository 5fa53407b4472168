#include "crm_service/sales/pipelines/pipelines.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>

#include "crm_service/log/events/record.h"
#include "crm_service/people/accounts/accounts.h"
#include "crm_service/sales/pipelines/purposes.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/storage/errors.h"
#include "foundation/storage/stored_message.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using v1::Pipeline;

namespace {

std::vector<Pipeline> Definitions(const std::vector<storage::Row>& rows) {
  std::vector<Pipeline> pipelines;
  pipelines.reserve(rows.size());
  for (const auto& row : rows) pipelines.push_back(storage::Stored<Pipeline>(row.Text(0)));
  return pipelines;
}

std::optional<Pipeline> Definition(const std::vector<storage::Row>& rows) {
  if (rows.empty()) return std::nullopt;
  return storage::Stored<Pipeline>(rows.front().Text(0));
}

Pipeline ExistingPipeline(std::optional<Pipeline> found, const std::string& pipeline) {
  if (!found) throw rpc::NotFound("pipeline", pipeline);
  return *std::move(found);
}

bool IsNumber(const std::string& text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

template <class Condition>
const Pipeline* FirstInUse(const std::vector<Pipeline>& all, const Condition& suits) {
  const auto first =
      std::ranges::find_if(all, [&](const Pipeline& pipeline) { return !IsArchived(pipeline) && suits(pipeline); });
  return first == all.end() ? nullptr : &*first;
}

rpc::Error KeyTaken() {
  return rpc::Error(
      rpc::Code::kAlreadyExists,
      {"KEY_TAKEN", "pipeline.key", {"Another pipeline has this key.", "Этот ключ уже занят другой воронкой."}});
}

}  // namespace

const Pipeline* ForInquiriesAmong(const std::vector<Pipeline>& all) {
  for (const auto& pipeline : all) {
    if (pipeline.default_for_inquiries()) return &pipeline;
  }
  for (auto* const suits : {IsForSales, TakesInquiries}) {
    if (const auto* first = FirstInUse(all, suits)) return first;
  }
  return FirstInUse(all, [](const Pipeline&) { return true; });
}

Pipeline Pipelines::Get(const std::string& pipeline) { return ExistingPipeline(Find(pipeline), pipeline); }

std::optional<Pipeline> Pipelines::Find(const std::string& pipeline) {
  if (IsNumber(pipeline)) {
    return Definition(session_.db.Query("SELECT definition FROM pipelines WHERE account_id = ? AND id = ?",
                                        session_.account_id(), std::stoll(pipeline)));
  }
  return Definition(session_.db.Query("SELECT definition FROM pipelines WHERE account_id = ? AND pipeline_key = ?",
                                      session_.account_id(), pipeline));
}

std::optional<Pipeline> Pipelines::FindForWrite(const std::string& pipeline) {
  if (IsNumber(pipeline)) {
    const auto found = Find(pipeline);
    return found ? FindForWrite(found->key()) : std::nullopt;
  }
  return Definition(
      session_.db.Query("SELECT definition FROM pipelines WHERE account_id = ? AND pipeline_key = ? LOCK IN SHARE MODE",
                        session_.account_id(), pipeline));
}

std::optional<Pipeline> Pipelines::ForInquiries() {
  const auto all = Definitions(session_.db.Query(
      "SELECT definition FROM pipelines WHERE account_id = ? ORDER BY id LOCK IN SHARE MODE", session_.account_id()));
  const auto* pipeline = ForInquiriesAmong(all);
  return pipeline == nullptr ? std::nullopt : std::optional(*pipeline);
}

std::vector<Pipeline> Pipelines::All(int64_t beyond) {
  return Definitions(session_.db.Query("SELECT definition FROM pipelines WHERE account_id = ? AND id > ? ORDER BY id",
                                       session_.account_id(), beyond));
}

Pipeline Pipelines::Lock(const std::string& pipeline) {
  TakeTurn();
  const auto key = IsNumber(pipeline) ? Get(pipeline).key() : pipeline;
  return ExistingPipeline(Definition(session_.db.Query(
                              "SELECT definition FROM pipelines WHERE account_id = ? AND pipeline_key = ? FOR UPDATE",
                              session_.account_id(), key)),
                          pipeline);
}

Pipeline Pipelines::Add(Pipeline pipeline) {
  TakeTurn();
  pipeline.set_id(session_.NextId("pipeline"));
  *pipeline.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  pipeline.set_etag(1);
  try {
    session_.db.Execute("INSERT INTO pipelines (account_id, id, pipeline_key, definition) VALUES (?, ?, ?, ?)",
                        session_.account_id(), pipeline.id(), pipeline.key(),
                        storage::Bytes{pipeline.SerializeAsString()});
  } catch (const storage::DuplicateKey&) {
    throw KeyTaken();
  }
  EndOtherDefaults(pipeline);
  RecordChange(session_, session_.account_id(), nullptr, pipeline);
  return pipeline;
}

Pipeline Pipelines::Save(const Pipeline& before, Pipeline after) {
  after.set_etag(before.etag() + 1);
  Store(after);
  EndOtherDefaults(after);
  RecordChange(session_, session_.account_id(), &before, after);
  return after;
}

// When two pipelines become the default at once, the second must see the first.
void Pipelines::TakeTurn() { Accounts(session_).Lock(); }

void Pipelines::Store(const Pipeline& pipeline) {
  session_.db.Execute("UPDATE pipelines SET definition = ? WHERE account_id = ? AND pipeline_key = ?",
                      storage::Bytes{pipeline.SerializeAsString()}, session_.account_id(), pipeline.key());
}

void Pipelines::EndOtherDefaults(const Pipeline& pipeline) {
  if (!pipeline.default_for_inquiries()) return;
  for (const auto& before : All()) {
    if (before.id() == pipeline.id() || !before.default_for_inquiries()) continue;
    auto after = before;
    after.set_default_for_inquiries(false);
    after.set_etag(before.etag() + 1);
    Store(after);
    RecordChange(session_, session_.account_id(), &before, after);
  }
}

}  // namespace voronka::crm
