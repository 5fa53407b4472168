#include "crm_service/sales/timeline/noted_files.h"

#include <fmt/format.h>

#include <set>
#include <unordered_map>
#include <utility>

#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::crm {

using rpc::Session;
using v1::File;
using v1::TimelineEntry;

namespace {

// Those of deals that were not removed, by id.
std::unordered_map<int64_t, File> FilesOfDeals(Session& session, const std::vector<int64_t>& ids) {
  std::unordered_map<int64_t, File> files;
  for (auto& file : storage::SelectByIds<File>(
           session.db,
           "SELECT {columns} FROM files WHERE account_id = ? AND entity = ? AND delete_time IS NULL AND id IN ({ids})",
           {session.account_id(), v1::ENTITY_DEAL}, ids)) {
    const int64_t id = file.id();
    files.emplace(id, std::move(file));
  }
  return files;
}

TimelineEntry::NotedFile Noted(const File& file) {
  TimelineEntry::NotedFile noted;
  noted.set_id(file.id());
  noted.set_name(file.name());
  noted.set_media_type(file.media_type());
  noted.set_size(file.size());
  noted.set_sha256(file.sha256());
  return noted;
}

}  // namespace

TimelineEntry::NotedFiles FilesOfNote(Session& session, const v1::AddNoteRequest& request,
                                      rpc::Violations& violations) {
  const auto files = FilesOfDeals(session, {request.file_ids().begin(), request.file_ids().end()});
  TimelineEntry::NotedFiles noted;
  std::set<int64_t> named;
  for (int i = 0; i < request.file_ids_size(); ++i) {
    const int64_t id = request.file_ids(i);
    const auto found = files.find(id);
    const bool is_known = found != files.end() && found->second.entity_id() == request.deal_id();
    violations.AddUnless(is_known, "UNKNOWN_FILE", fmt::format("file_ids[{}]", i),
                         {"The deal has no such file.", "Такого файла в сделке нет: его могли удалить."});
    if (is_known && named.insert(id).second) *noted.add_files() = Noted(found->second);
  }
  return noted;
}

void TellFilesOfNotes(Session& session, std::vector<TimelineEntry>& entries) {
  std::vector<int64_t> ids;
  for (const auto& entry : entries) {
    for (const auto& file : entry.noted_files().files()) ids.push_back(file.id());
  }
  const auto files = FilesOfDeals(session, ids);
  for (auto& entry : entries) {
    if (!entry.has_noted_files()) continue;
    for (auto& noted : *entry.mutable_noted_files()->mutable_files()) {
      const auto found = files.find(noted.id());
      noted.set_removed(found == files.end());
      if (found != files.end()) noted.set_name(found->second.name());
    }
  }
}

}  // namespace voronka::crm
