#include "crm_service/sales/pipelines/pipelines.h"

#include <google/protobuf/util/message_differencer.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>

#include "crm_service/people/accounts/accounts.h"
#include "crm_service/log/events/record.h"
#include "crm_service/sales/pipelines/pipeline_rules.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/error.h"
#include "foundation/rpc/page.h"
#include "foundation/storage/errors.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::MessageDifferencer;
using google::protobuf::util::TimeUtil;
using rpc::Code;

std::vector<v1::Pipeline> Parse(const std::vector<storage::Row>& rows) {
  std::vector<v1::Pipeline> pipelines(rows.size());
  for (size_t i = 0; i < rows.size(); ++i) pipelines[i].ParseFromString(rows[i].Text(0));
  return pipelines;
}

std::optional<v1::Pipeline> ParseOne(const std::vector<storage::Row>& rows) {
  if (rows.empty()) return std::nullopt;
  return Parse(rows).front();
}

bool IsNumber(const std::string& text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

void CheckEtag(int64_t named, const v1::Pipeline& pipeline) {
  if (named == 0 || named == pipeline.etag()) return;
  throw rpc::Error(Code::kAborted,
                   {"STALE_ETAG", "etag", {"The pipeline has been changed since.", "Воронку с тех пор изменили."}});
}

rpc::Error KeyTaken() {
  return rpc::Error(
      Code::kAlreadyExists,
      {"KEY_TAKEN", "pipeline.key", {"Another pipeline has this key.", "Этот ключ уже занят другой воронкой."}});
}

}  // namespace

v1::Pipeline Pipelines::Get(const std::string& pipeline) {
  auto found = Find(pipeline);
  if (!found) throw rpc::NotFound("pipeline", pipeline);
  return *std::move(found);
}

std::optional<v1::Pipeline> Pipelines::Find(const std::string& pipeline) {
  if (IsNumber(pipeline)) {
    return ParseOne(session_.db.Query("SELECT definition FROM pipelines WHERE account_id = ? AND id = ?",
                                      session_.account_id(), std::stoll(pipeline)));
  }
  return ParseOne(session_.db.Query("SELECT definition FROM pipelines WHERE account_id = ? AND pipeline_key = ?",
                                    session_.account_id(), pipeline));
}

std::optional<v1::Pipeline> Pipelines::FindForWrite(const std::string& pipeline) {
  if (IsNumber(pipeline)) {
    const auto found = Find(pipeline);
    return found ? FindForWrite(found->key()) : std::nullopt;
  }
  return ParseOne(
      session_.db.Query("SELECT definition FROM pipelines WHERE account_id = ? AND pipeline_key = ? LOCK IN SHARE MODE",
                        session_.account_id(), pipeline));
}

std::optional<v1::Pipeline> Pipelines::ForInquiries() {
  const auto all = Parse(session_.db.Query(
      "SELECT definition FROM pipelines WHERE account_id = ? ORDER BY id LOCK IN SHARE MODE", session_.account_id()));
  for (const auto& pipeline : all) {
    if (pipeline.default_for_inquiries()) return pipeline;
  }
  const auto first = std::ranges::find_if_not(all, IsArchived);
  return first == all.end() ? std::nullopt : std::optional(*first);
}

v1::Pipeline Pipelines::Create(const v1::CreatePipelineRequest& request) {
  auto pipeline = request.pipeline();
  CheckPipeline(pipeline);
  TakeTurn();
  pipeline.set_id(session_.NextId("pipeline"));
  pipeline.set_etag(1);
  pipeline.clear_archive_time();
  *pipeline.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  Number(pipeline, nullptr);
  try {
    session_.db.Execute("INSERT INTO pipelines (account_id, id, pipeline_key, definition) VALUES (?, ?, ?, ?)",
                        session_.account_id(), pipeline.id(), pipeline.key(),
                        storage::Bytes{pipeline.SerializeAsString()});
  } catch (const storage::DuplicateKey&) {
    throw KeyTaken();
  }
  EndOtherDefaults(pipeline);
  Announce(nullptr, pipeline);
  return pipeline;
}

v1::Pipeline Pipelines::Update(const v1::UpdatePipelineRequest& request) {
  CheckPipeline(request.pipeline());
  TakeTurn();
  auto before = Lock(request.pipeline().key());
  CheckEtag(request.etag(), before);
  auto after = request.pipeline();
  after.set_id(before.id());
  *after.mutable_create_time() = before.create_time();
  after.set_etag(before.etag());
  after.clear_archive_time();
  if (IsArchived(before)) *after.mutable_archive_time() = before.archive_time();
  Number(after, &before);
  if (MessageDifferencer::Equals(before, after)) return before;
  CheckMayBeDefault(after);
  CheckNoDealsLeft(before, after);
  return Save(before, std::move(after));
}

v1::Pipeline Pipelines::Archive(const v1::ArchivePipelineRequest& request) {
  TakeTurn();
  const auto before = Lock(request.pipeline());
  CheckEtag(request.etag(), before);
  if (IsArchived(before)) return before;
  CheckMayBeArchived(before);
  auto after = before;
  *after.mutable_archive_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  return Save(before, std::move(after));
}

v1::Pipeline Pipelines::Unarchive(const v1::UnarchivePipelineRequest& request) {
  TakeTurn();
  const auto before = Lock(request.pipeline());
  CheckEtag(request.etag(), before);
  if (!IsArchived(before)) return before;
  auto after = before;
  after.clear_archive_time();
  return Save(before, std::move(after));
}

v1::ListPipelinesResponse Pipelines::List(const v1::ListPipelinesRequest& request) {
  const rpc::Page page(request, {0}, rpc::kMostLargeRows);
  auto pipelines =
      Parse(session_.db.Query("SELECT definition FROM pipelines WHERE account_id = ? AND id > ? ORDER BY id",
                              session_.account_id(), page.key()));
  if (!request.show_archived()) std::erase_if(pipelines, IsArchived);
  v1::ListPipelinesResponse response;
  page.Fill(std::move(pipelines), response.mutable_pipelines(), response.mutable_next_page_token(),
            [](const auto& pipeline) { return std::vector{pipeline.id()}; });
  return response;
}

// Of two pipelines that become the default at once, the second must see the first.
void Pipelines::TakeTurn() { Accounts(session_).Lock(); }

v1::Pipeline Pipelines::Lock(const std::string& pipeline) {
  if (IsNumber(pipeline)) return Lock(Get(pipeline).key());
  auto found = ParseOne(
      session_.db.Query("SELECT definition FROM pipelines WHERE account_id = ? AND pipeline_key = ? FOR UPDATE",
                        session_.account_id(), pipeline));
  if (!found) throw rpc::NotFound("pipeline", pipeline);
  return *std::move(found);
}

std::vector<v1::Pipeline> Pipelines::All() {
  return Parse(
      session_.db.Query("SELECT definition FROM pipelines WHERE account_id = ? ORDER BY id", session_.account_id()));
}

// A stage is the same as before when its key is.
void Pipelines::Number(v1::Pipeline& pipeline, const v1::Pipeline* before) {
  for (int i = 0; i < pipeline.stages_size(); ++i) {
    auto& stage = *pipeline.mutable_stages(i);
    const auto* known = before == nullptr ? nullptr : FindStage(*before, stage.key());
    stage.set_id(known != nullptr ? known->id() : session_.NextId("stage"));
    stage.set_position(i + 1);
  }
}

void Pipelines::Store(const v1::Pipeline& pipeline) {
  session_.db.Execute("UPDATE pipelines SET definition = ? WHERE account_id = ? AND pipeline_key = ?",
                      storage::Bytes{pipeline.SerializeAsString()}, session_.account_id(), pipeline.key());
}

void Pipelines::EndOtherDefaults(const v1::Pipeline& pipeline) {
  if (!pipeline.default_for_inquiries()) return;
  for (const auto& before : All()) {
    if (before.id() == pipeline.id() || !before.default_for_inquiries()) continue;
    auto after = before;
    after.set_default_for_inquiries(false);
    after.set_etag(before.etag() + 1);
    Store(after);
    Announce(&before, after);
  }
}

void Pipelines::CheckNoDealsLeft(const v1::Pipeline& before, const v1::Pipeline& after) {
  rpc::Violations violations;
  for (const auto& stage : before.stages()) {
    const auto* kept = FindStage(after, stage.key());
    if (kept != nullptr && StateOn(*kept) == StateOn(stage)) continue;
    const auto deals =
        session_.db.Query("SELECT id FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ? LIMIT 1",
                          session_.account_id(), before.key(), stage.key());
    violations.AddUnless(
        deals.empty(), "STAGE_IN_USE", "pipeline.stages",
        {"Deals stand in the stage " + stage.key() + ".", "На этапе «" + stage.name() + "» есть сделки."});
  }
  violations.ThrowIfAny(Code::kFailedPrecondition);
}

void Pipelines::CheckMayBeArchived(const v1::Pipeline& pipeline) {
  const auto all = All();
  const auto in_use = std::ranges::count_if(all, [](const auto& other) { return !IsArchived(other); });
  crm::CheckMayBeArchived(pipeline, {.is_last = in_use == 1, .open_deals = OpenDealsIn(pipeline)});
}

// No deal can come meanwhile: whoever writes one holds the pipeline too.
int64_t Pipelines::OpenDealsIn(const v1::Pipeline& pipeline) {
  int64_t open = 0;
  for (const auto& stage : pipeline.stages()) {
    if (IsClosing(stage)) continue;
    open += session_.db
                .Query("SELECT COUNT(*) FROM deals WHERE account_id = ? AND pipeline = ? AND stage = ?",
                       session_.account_id(), pipeline.key(), stage.key())
                .at(0)
                .Int(0);
  }
  return open;
}

v1::Pipeline Pipelines::Save(const v1::Pipeline& before, v1::Pipeline after) {
  after.set_etag(before.etag() + 1);
  Store(after);
  EndOtherDefaults(after);
  Announce(&before, after);
  return after;
}

void Pipelines::Announce(const v1::Pipeline* before, const v1::Pipeline& after) {
  v1::Event event;
  if (before != nullptr) *event.mutable_pipeline()->mutable_before() = *before;
  *event.mutable_pipeline()->mutable_after() = after;
  Record(session_, std::move(event));
}

}  // namespace voronka::crm
