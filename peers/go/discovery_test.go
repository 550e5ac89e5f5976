// SPDX-License-Identifier: Apache-2.0

package peers

import (
	"errors"
	"net/http"
	"testing"

	"google.golang.org/api/compute/v1"
	"google.golang.org/api/container/v1"
	"google.golang.org/api/dataplex/v1"
	"google.golang.org/api/file/v1"
	"google.golang.org/api/googleapi"
	"google.golang.org/api/option"
	"google.golang.org/api/sqladmin/v1"
)

func at(url string) []option.ClientOption {
	return []option.ClientOption{option.WithEndpoint(url), option.WithHTTPClient(http.DefaultClient)}
}

func checkGone(t *testing.T, err error) {
	t.Helper()
	var failed *googleapi.Error
	if !errors.As(err, &failed) || failed.Code != http.StatusNotFound {
		t.Errorf("got %v", err)
	}
}

func checkEqual[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func TestFilestore(t *testing.T) {
	ctx := limited(t)
	service, err := file.NewService(ctx, at(fakeServer(t, "filestore")+"/")...)
	check(t, err)
	operations := service.Projects.Locations.Operations

	found, err := operations.Get(name("done-a")).Do()
	check(t, err)
	checkEqual(t, "name", found.Name, name("done-a"))
	_, err = operations.Get(name("done-b")).Do()
	check(t, err)

	listed := 0
	check(t, operations.List(parent).PageSize(1).Filter("done=true").Pages(ctx,
		func(page *file.ListOperationsResponse) error {
			listed += len(page.Operations)
			return nil
		}))
	checkEqual(t, "listed", listed, 2)

	_, err = operations.Cancel(name("cancels-0-a"), &file.CancelOperationRequest{}).Do()
	check(t, err)
	cancelled, err := operations.Get(name("cancels-0-a")).Do()
	check(t, err)
	checkEqual(t, "code", cancelled.Error.Code, 1)

	_, err = operations.Delete(name("done-a")).Do()
	check(t, err)
	_, err = operations.Get(name("done-a")).Do()
	checkGone(t, err)
}

func TestDataplex(t *testing.T) {
	ctx := limited(t)
	service, err := dataplex.NewService(ctx, at(fakeServer(t, "dataplex")+"/")...)
	check(t, err)
	operations := service.Projects.Locations.Operations

	found, err := operations.Get(name("done-a")).Do()
	check(t, err)
	checkEqual(t, "done", found.Done, true)

	page, err := operations.List(parent).Do()
	check(t, err)
	checkEqual(t, "listed", page.Operations[0].Name, name("done-a"))

	_, err = operations.Cancel(name("cancels-0-a"), &dataplex.GoogleLongrunningCancelOperationRequest{}).Do()
	check(t, err)
	cancelled, err := operations.Get(name("cancels-0-a")).Do()
	check(t, err)
	checkEqual(t, "code", cancelled.Error.Code, 1)

	_, err = operations.Delete(name("done-a")).Do()
	check(t, err)
	_, err = operations.Get(name("done-a")).Do()
	checkGone(t, err)
}

func TestKubernetesEngine(t *testing.T) {
	ctx := limited(t)
	service, err := container.NewService(ctx, at(fakeServer(t, "container")+"/")...)
	check(t, err)
	operations := service.Projects.Locations.Operations

	_, err = operations.Cancel(name("cancels-60000-a"), &container.CancelOperationRequest{}).Do()
	check(t, err)
	aborting, err := operations.Get(name("cancels-60000-a")).Do()
	check(t, err)
	checkEqual(t, "status", aborting.Status, "ABORTING")

	page, err := operations.List(parent).Do()
	check(t, err)
	checkEqual(t, "listed", page.Operations[0].Name, "cancels-60000-a")

	zones := service.Projects.Zones.Operations
	_, err = zones.Cancel("p", "z", "cancels-0-a", &container.CancelOperationRequest{}).Do()
	check(t, err)
	done, err := zones.Get("p", "z", "cancels-0-a").Do()
	check(t, err)
	checkEqual(t, "status", done.Status, "DONE")
}

func TestCloudSQL(t *testing.T) {
	ctx := limited(t)
	service, err := sqladmin.NewService(ctx, at(fakeServer(t, "sqladmin")+"/")...)
	check(t, err)

	_, err = service.Operations.Cancel("p", "cancels-0-a").Do()
	check(t, err)
	cancelled, err := service.Operations.Get("p", "cancels-0-a").Do()
	check(t, err)
	checkEqual(t, "code", cancelled.Error.Errors[0].Code, "CANCELLED")

	page, err := service.Operations.List("p").Do()
	check(t, err)
	checkEqual(t, "listed", page.Items[0].Name, "cancels-0-a")
}

func TestComputeEngine(t *testing.T) {
	ctx := limited(t)
	service, err := compute.NewService(ctx, at(fakeServer(t, "compute")+"/compute/v1/")...)
	check(t, err)

	waited, err := service.ZoneOperations.Wait("p", "z", "runs-200-a").Do()
	check(t, err)
	checkEqual(t, "status", waited.Status, "DONE")

	page, err := service.ZoneOperations.List("p", "z").Filter("status = DONE").MaxResults(1).Do()
	check(t, err)
	checkEqual(t, "listed", page.Items[0].SelfLink, waited.SelfLink)

	global, err := service.GlobalOperations.Get("p", "done-a").Do()
	check(t, err)
	checkEqual(t, "name", global.Name, "done-a")

	listed := map[string]bool{}
	check(t, service.GlobalOperations.AggregatedList("p").MaxResults(1).Pages(ctx,
		func(page *compute.OperationAggregatedList) error {
			for scope, list := range page.Items {
				for _, operation := range list.Operations {
					listed[scope+" "+operation.Name] = true
				}
			}
			return nil
		}))
	if !listed["zones/z runs-200-a"] || !listed["global done-a"] {
		t.Errorf("listed %v", listed)
	}

	check(t, service.ZoneOperations.Delete("p", "z", "runs-200-a").Do())
	_, err = service.ZoneOperations.Get("p", "z", "runs-200-a").Do()
	checkGone(t, err)
}
